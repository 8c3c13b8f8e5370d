import { describe, expect, it } from 'vitest';
import { cellOf, comparisonOf, exchangeOf, lackOf } from '../spec/measured.ts';
import type { Comparison } from './comparison.ts';
import { differingPaths, plainText, sentencesOf } from './sentences.ts';

const COMPOSED = { client: 'composed', server: 'batched', visit: 'first' } as const;
const GRANULAR = { ...COMPOSED, client: 'granular' } as const;

function said(comparison: Comparison, kind: string, choice: Parameters<typeof sentencesOf>[1] = GRANULAR): string[] {
  return sentencesOf(comparison, choice)
    .filter((sentence) => sentence.kind === kind)
    .map(plainText);
}

describe('what a comparison says', () => {
  const three = comparisonOf([
    cellOf('rest-level-2', {
      totals: { roundTripsCritical: 2, exchanges: 3, bytesWire: 5000, sql: 12 },
      exchanges: [
        exchangeOf(1, { label: 'order', sql: { count: 2 } }),
        exchangeOf(2, { label: 'bill', sql: { count: 4 } }),
        exchangeOf(3, { label: 'consumer', dependsOn: [1], sql: { count: 6 } }),
      ],
    }),
    cellOf('rest-level-3', {
      totals: {
        roundTripsCritical: 3,
        exchanges: 4,
        bytesWire: 9000,
        bytesCompressed: 1000,
        bytesPruned: 250,
        fields: { used: 10, unused: 20, control: 30, envelope: 0 },
        sql: 12,
      },
      exchanges: [
        exchangeOf(1, { label: 'order', bytes: { requestHead: 300, responseHead: 700, responseBodyWire: 2000 } }),
        exchangeOf(2, { label: 'delivery 1', dependsOn: [1], bytes: { responseBodyWire: 3000 } }),
        exchangeOf(3, { label: 'delivery 2', dependsOn: [1] }),
        exchangeOf(4, { label: 'courier', dependsOn: [2] }),
      ],
    }),
    cellOf('graphql', {
      totals: { roundTripsCritical: 1, bytesWire: 900, sql: 7 },
      exchanges: [exchangeOf(1, { label: 'screen', sql: { count: 7 } })],
    }),
  ]);

  it('names who needs how many round trips, bytes and statements', () => {
    expect(said(three, 'answer')).toEqual([
      'GraphQL needs 1 dependent round trip; level 2 needs 2, level 3 needs 3.',
      'Fewest bytes: GraphQL with 900 bytes; most: level 3 with 9.0 kB, 10.0 times as many.',
      'Fewest SQL statements: GraphQL with 7; most: level 2 and level 3 with 12.',
    ]);
  });

  it('says why, from the exchanges of those who need most', () => {
    expect(said(three, 'why')).toEqual([
      'Level 3 asks for order, then for 2 × delivery, and then for courier: each step needs an answer of the one before.',
      'Of what level 3 moves, 1.0 kB are heads of 4 exchanges and 5.0 kB bodies of answers, 75 % of which this screen ' +
        'never reads; 30 of 60 fields are links and forms.',
      'For each of the 3 exchanges of level 2 the server ran 2 to 6 statements, for the one exchange of GraphQL 7 statements.',
    ]);
  });

  it('counts what is asked for again and again', () => {
    const looks = [exchangeOf(1, { label: 'look 1' }), exchangeOf(2, { label: 'look 2', dependsOn: [1] })];
    const polling = cellOf('rest-level-2', { totals: { roundTripsCritical: 2 }, exchanges: looks });
    expect(said(comparisonOf([polling, cellOf('graphql')]), 'why')).toContain(
      'Level 2 asks for look 2 times, one after the other.',
    );
  });

  it('marks the styles that it names', () => {
    const [first] = sentencesOf(three, GRANULAR);
    expect(first?.parts.filter(({ style }) => style)).toEqual([
      { text: 'GraphQL', style: 'graphql', strong: true },
      { text: 'level 2', style: 'rest-level-2' },
      { text: 'level 3', style: 'rest-level-3' },
    ]);
  });

  it('follows the figures: with others, it says something else', () => {
    const turned = comparisonOf([
      cellOf('rest-level-2', { totals: { roundTripsCritical: 1, bytesWire: 10, sql: 1 } }),
      cellOf('graphql', { totals: { roundTripsCritical: 1, bytesWire: 20, sql: 1 } }),
    ]);
    expect(said(turned, 'answer')).toEqual([
      'Both styles need 1 dependent round trip.',
      'Fewest bytes: level 2 with 10 bytes; most: GraphQL with 20 bytes, 2.0 times as many.',
      'All cause 1 SQL statement.',
    ]);
  });
});

describe('what a comparison says of other ways to ask', () => {
  const level2 = cellOf('rest-level-2', { totals: { roundTripsCritical: 2, bytesWire: 4000 } });
  const graphql = cellOf('graphql', { client: 'composed', totals: { roundTripsCritical: 1, bytesWire: 1000 } });
  const noComposed = lackOf(cellOf('rest-level-2', { client: 'composed' }), 'there are no parameters for it');

  it('who stands in for a way that a style does not have', () => {
    const comparison = comparisonOf([level2, noComposed, graphql]);
    expect(said(comparison, 'stand-in', COMPOSED)).toEqual([
      'Level 2 asks granular here: there is no composed way to ask for this.',
    ]);
  });

  it('where another is best when clients ask otherwise', () => {
    const purposeBuilt = (style: 'rest-level-1' | 'rest-level-2') =>
      cellOf(style, { client: 'purpose-built', totals: { roundTripsCritical: 1 } });
    const comparison = comparisonOf([
      level2,
      noComposed,
      graphql,
      purposeBuilt('rest-level-1'),
      purposeBuilt('rest-level-2'),
    ]);
    expect(said(comparison, 'otherwise', COMPOSED)).toEqual([
      'Asked purpose-built, both styles that have such a client need 1 round trip.',
    ]);
  });

  it.each([
    [4000, 'A second visit saves nobody anything: all of it travels again.'],
    [300, 'On a second visit level 2 moves 300 bytes, and the others all of it again.'],
  ])('what a second visit moves: %i bytes', (bytesWire, words) => {
    const cells = (['first', 'second'] as const).flatMap((visit) => [
      cellOf('rest-level-2', { visit, totals: { bytesWire: visit === 'first' ? 4000 : bytesWire } }),
      lackOf(cellOf('rest-level-2', { visit, client: 'composed' }), 'there are no parameters for it'),
      cellOf('graphql', { visit, client: 'composed', totals: { bytesWire: 1000 } }),
    ]);
    expect(said(comparisonOf(cells), 'otherwise', COMPOSED)).toContain(words);
  });
});

describe('a comparison that is void', () => {
  it('says where the views differ and ranks nothing', () => {
    const views = [
      { sha256: 'a', viewModel: { state: 'APPROVED', dishes: [{ name: 'Tiramisù' }] } },
      { sha256: 'b', viewModel: { state: 'REJECTED', dishes: [{ name: 'Tonno' }] } },
    ];
    const sentences = sentencesOf(
      comparisonOf([cellOf('graphql'), cellOf('rest-level-2')], { valid: false, views }),
      GRANULAR,
    );
    expect(sentences.map(plainText)).toEqual([
      'Void: the programs built 2 different views, so that nothing here is ranked. They differ at /state and ' +
        '/dishes/0/name.',
    ]);
  });

  it('says which outcome was not the declared one', () => {
    const mismatches = [
      { ...GRANULAR, style: 'graphql', declared: 'told in advance', got: 'refused when tried' },
    ] as const;
    expect(said(comparisonOf([cellOf('graphql')], { valid: false, mismatches }), 'void')).toEqual([
      'Void: a program ended with “refused when tried” where “told in advance” is declared for its style.',
    ]);
  });

  it('says when no program came to its end', () => {
    expect(said(comparisonOf([], { valid: false, views: [] }), 'void')).toEqual([
      'Nothing to compare: no program came to its end.',
    ]);
  });

  it('finds the leaves that differ, also those that one of them lacks', () => {
    expect(differingPaths({ a: 1, 'b/c': { d: [1, 2] } }, { a: 1, 'b/c': { d: [1] }, e: null })).toEqual([
      '/b~1c/d/1',
      '/e',
    ]);
  });
});
