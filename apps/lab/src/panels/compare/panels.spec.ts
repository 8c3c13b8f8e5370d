import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Cell, Chosen, Comparison } from '@rungs/measure';
import { STYLE_IDS } from '@rungs/scenarios';
import { Waterfall } from '../../charts/waterfall.tsx';
import { ActionsTold } from './actions-told.tsx';
import { CHOSEN, exchange, measured, stepwise } from './fixture.ts';
import { Knowledge } from './knowledge.tsx';
import { Payload } from './payload.tsx';
import type { PickingProps } from './picked.ts';
import { SecondVisit } from './second-visit.tsx';
import { Sql } from './sql.tsx';

/** The words of a page, as they follow one another. */
function textOf<P extends object>(component: ComponentType<P>, props: P): string {
  return htmlOf(component, props)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

function htmlOf<P extends object>(component: ComponentType<P>, props: P): string {
  return renderToStaticMarkup(createElement(component, props));
}

const NOTHING_RUN: readonly Chosen[] = STYLE_IDS.map((style) => ({ style, cell: undefined }));

function picking(otherwise: Partial<PickingProps> = {}): PickingProps {
  return { chosen: CHOSEN, onPick: () => undefined, ...otherwise };
}

describe('the waterfall', () => {
  it('has a lane for every style: bars, or what became of it', () => {
    const html = htmlOf(Waterfall, picking());
    expect([...html.matchAll(/class="waterfall-lane" data-style="([^"]+)"/g)].map(([, style]) => style)).toEqual([
      ...STYLE_IDS,
    ]);
    expect([...html.matchAll(/class="bar-row"/g)]).toHaveLength(5);
    expect(textOf(Waterfall, picking())).toMatch(/Not run yet\..*fetch failed\..*asks granular.*one list is one thing/);
  });

  it('has a row in its table for every bar, and one stop for the Tab key', () => {
    const html = htmlOf(Waterfall, picking());
    expect([...html.matchAll(/<th scope="row">/g)]).toHaveLength(5);
    expect([...html.matchAll(/class="bar-row" tabindex="0"/g)]).toHaveLength(1);
  });

  it('draws what the picked exchange needed, and what needed it', () => {
    const needs = (n: number) => htmlOf(Waterfall, picking({ picked: { style: 'rest-level-2', n } }));
    expect([...needs(1).matchAll(/class="connector" data-kind="needed-by"/g)]).toHaveLength(2);
    expect([...needs(3).matchAll(/class="connector" data-kind="needs"/g)]).toHaveLength(1);
  });

  it('says that a void comparison compares nothing', () => {
    const cell = measured('graphql', stepwise());
    const chosen = [{ style: 'graphql', cell: { ...cell, run: { ...cell.run, valid: false } } } as const];
    expect(textOf(Waterfall, picking({ chosen }))).toContain('Void');
    expect(textOf(Waterfall, picking())).not.toContain('Void');
  });
});

describe('the payload', () => {
  const picked = { style: 'rest-level-3', n: 1 } as const;

  it('marks what was read, what nobody read, and controls, and counts them as the run does', () => {
    const html = htmlOf(Payload, picking({ picked }));
    expect(html).toContain('<span data-mark="read">&quot;state&quot;: &quot;PICKED_UP&quot;,</span>');
    expect(html).toContain('<span data-mark="unread">&quot;version&quot;: 4,</span>');
    expect(html).toMatch(
      /<span data-mark="control-read">[^<]*&quot;delivery&quot;|data-mark="control-read">&quot;href/,
    );
    expect(textOf(Payload, picking({ picked }))).toContain('read 3 never read 2 control 2 envelope 0');
  });

  it('shows no credentials and says where the meter’s own bytes are', () => {
    const text = textOf(Payload, picking({ picked }));
    expect(text).toContain('authorization [redacted]');
    expect(text).toContain('Meter’s own');
  });

  it('says so where there is no body, and where nothing has travelled', () => {
    const silent = measured('graphql', [exchange({ responseBody: null })]);
    expect(textOf(Payload, picking({ chosen: [{ style: 'graphql', cell: silent }] }))).toContain('had no body');
    expect(textOf(Payload, picking({ chosen: NOTHING_RUN }))).toContain('Nothing has travelled yet.');
  });
});

describe('the statements', () => {
  it('are those of the picked exchange, the same text once, with how often', () => {
    const text = textOf(Sql, picking({ picked: { style: 'rest-level-2', n: 2 } }));
    expect(text).toContain('2 × SELECT … FROM &quot;line_items&quot;');
    expect(text.split('FROM &quot;orders&quot;').length - 1).toBe(2);
  });

  it('are added up by style', () => {
    expect(textOf(Sql, picking())).toMatch(/Level 2 9 12 2\.7 ms Level 3 6 8 1\.8 ms/);
  });

  it('say how many texts were not kept, and that a cached answer cost none', () => {
    const { statements } = exchange().sql;
    const many = exchange({ sql: { count: 1003, rows: 0, timeMs: 9, statements } });
    const chosenOf = (one: typeof many) => [{ style: 'graphql', cell: measured('graphql', [one]) } as const];
    expect(textOf(Sql, picking({ chosen: chosenOf(many) }))).toContain('1000 statements more');
    const none = { count: 0, rows: 0, timeMs: 0, statements: [] };
    const fresh = chosenOf(exchange({ cache: 'fresh', sql: none }));
    expect(textOf(Sql, picking({ chosen: fresh }))).toContain('The server was not asked.');
  });
});

describe('what the answers told', () => {
  const told = (cell: Cell) => textOf(ActionsTold, { chosen: [{ style: cell.style, cell }] });
  const silent = exchange({ fields: { used: 3, unused: 2, control: 0, envelope: 0 } });
  const rules = { addresses: [], names: [], rules: ['a picked-up order cannot be cancelled'] };

  it('is shown with where it was said', () => {
    expect(textOf(ActionsTold, { chosen: CHOSEN })).toMatch(/cancel from _templates of order/);
  });

  it('is nothing where answers have no place for it: the client goes by rules in its code, or tries', () => {
    expect(told(measured('rest-level-0', [silent], { knowledge: rules }))).toMatch(/Nothing.*instead:.*cannot be canc/);
    expect(told(measured('rest-level-0', [silent]))).toContain('it would have to try');
  });

  it('is that nothing is offered where answers would say so', () => {
    const text = told(measured('rest-level-3', [exchange()]));
    expect(text).toContain('No step offered');
    expect(text).not.toContain('try');
  });
});

describe('the second visit', () => {
  const choice = { client: 'composed', server: 'batched' } as const;
  const comparisonOf = (scenario: Comparison['scenario'], cells: readonly Cell[]): Comparison => ({
    schema: 'rungs.comparison/1',
    scenario,
    persona: 'ann',
    env: measured('graphql', []).run.env,
    repeats: 5,
    valid: true,
    views: [],
    mismatches: [],
    cells,
  });

  it('says of each request what became of it, and what both visits moved', () => {
    const again = { ...exchange().bytes, responseHead: 40, responseBodyWire: 0 };
    const comparison = comparisonOf('order-details', [
      measured('rest-level-2', [exchange()]),
      measured('rest-level-2', [exchange({ cache: 'revalidated', bytes: again })], { visit: 'second' }),
    ]);
    expect(textOf(SecondVisit, { comparison, choice })).toMatch(/Level 2 2\.4 kB 350 B – 1 – –/);
  });

  it('is none where something is changed, and says why', () => {
    const text = textOf(SecondVisit, { comparison: comparisonOf('order-dishes', []), choice });
    expect(text).toMatch(/None: \S+/);
  });
});

describe('what is known beforehand', () => {
  it('is counted for every style that was run, and weighed for all', () => {
    const knowledge = { addresses: ['/level2/orders/{orderId}'], names: ['If-Match', 'state'], rules: [] };
    const chosen = [{ style: 'rest-level-2', cell: measured('rest-level-2', [], { knowledge }) } as const];
    expect(textOf(Knowledge, { chosen })).toMatch(/Level 2 1 2 0 \d+ \d\.\d kB/);
    expect(textOf(Knowledge, { chosen: NOTHING_RUN })).toMatch(/GraphQL Not run yet\. \d+ \d\.\d kB/);
  });
});
