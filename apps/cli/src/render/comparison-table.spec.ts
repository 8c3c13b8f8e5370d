import type { Cell, Comparison, Run, RunTotals } from '@rungs/measure';
import { describe, expect, it } from 'vitest';
import { renderComparison } from './comparison-table.ts';

const ENV = { client: 'cli', protocol: 'h1', node: 'v24.0.0' } as const;
const OPTIONS = { title: 'Order details screen', asked: 'as ann on http://127.0.0.1:3000', colourDepth: 1 };
const ESCAPE = '\u001b[';

function measured(name: Pick<Cell, 'style' | 'title' | 'client'>, totals: RunTotals, view = 0, valid = true): Cell {
  const run: Run = {
    schema: 'rungs.run/1',
    id: '1',
    scenario: 'order-details',
    style: name.style,
    client: name.client,
    env: ENV,
    repeats: 5,
    serverTimeSpread: { minMs: 10, maxMs: 20 },
    valid,
    viewModelSha256: String(view),
    exchanges: [],
    totals,
  };
  return { ...name, outcome: 'measured', view, run };
}

function totals(exchanges: number, roundTripsCritical: number, bytesUp: number, bytesDown: number, sql: number) {
  return { exchanges, roundTripsCritical, bytesUp, bytesDown, bytesWire: bytesUp + bytesDown, sql, serverMs: 12.345 };
}

const LEVEL_2 = { style: 'rest-level-2', title: 'Level 2: verbs and status codes' } as const;
const GRAPHQL = { style: 'graphql', title: 'GraphQL: one query' } as const;
const VIEW = { sha256: '0', viewModel: { state: 'PICKED_UP', total: { amount: 4200 } } };

const COMPARISON: Comparison = {
  schema: 'rungs.comparison/1',
  scenario: 'order-details',
  task: { orderId: '1' },
  env: ENV,
  valid: true,
  views: [VIEW],
  cells: [
    measured({ ...LEVEL_2, client: 'granular' }, totals(7, 2, 2400, 6100, 7)),
    {
      ...LEVEL_2,
      client: 'composed',
      outcome: 'not-applicable',
      reason:
        'a resource cannot bring its neighbours along yet, so that a client has to ask for each of them by itself',
    },
    measured({ ...GRAPHQL, client: 'composed' }, totals(1, 1, 900, 1800, 1)),
    { ...GRAPHQL, client: 'granular', outcome: 'failed', message: 'unavailable: try again' },
  ],
};

describe('comparison in a terminal', () => {
  it('is one table with a row per program, and marks the least of each column', () => {
    const text = renderComparison(COMPARISON, OPTIONS);
    expect(text).toMatch(/Level 2 +granular +7 +2 +2400 +6100 +7 +12\.3 +yes$/m);
    expect(text).toMatch(/GraphQL +composed +• 1 +• 1 +• 900 +• 1800 +• 1 +12\.3 +yes$/m);
  });

  it('says why a cell does not exist or failed, across the figures, in as many lines as it needs', () => {
    const text = renderComparison(COMPARISON, OPTIONS);
    expect(text).toMatch(/^Level 2 +composed +– a resource cannot bring its neighbours/m);
    expect(text).toMatch(/^ {20,}.*of them by itself/m);
    expect(text).toMatch(/^GraphQL +granular +failed: unavailable: try again$/m);
    const widest = Math.max(...text.split('\n').map(({ length }) => length));
    expect(widest).toBeLessThanOrEqual(82);
  });

  it('sums up in words what the figures say', () => {
    const text = renderComparison(COMPARISON, OPTIONS).replaceAll('\n', ' ');
    expect(text).toContain('Fewest dependent round trips: 1 (GraphQL composed); most: 2 (Level 2 granular).');
    expect(text).toContain('Fewest bytes on the wire: 2700 (GraphQL composed); most: 8500 (Level 2 granular).');
    expect(text).toContain('once to warm up, then 5 times, as ann on http://127.0.0.1:3000, over HTTP/1.1.');
  });

  it('is void and ranks nothing when views differ, and says where they do', () => {
    const text = renderComparison(
      {
        ...COMPARISON,
        valid: false,
        views: [VIEW, { sha256: '1', viewModel: { state: 'PICKED_UP', total: { amount: 1 } } }],
        cells: [
          measured({ ...LEVEL_2, client: 'granular' }, totals(7, 2, 2400, 6100, 7), 0, false),
          measured({ ...GRAPHQL, client: 'composed' }, totals(1, 1, 900, 1800, 1), 1, false),
        ],
      },
      OPTIONS,
    );
    expect(text.replaceAll('\n', ' ')).toContain('Void: the programs built 2 different views');
    expect(text.replaceAll('\n', ' ')).toContain('A and B differ at /total/amount.');
    expect(text).toMatch(/^GraphQL .* no: B$/m);
    expect(text).not.toContain('•');
    expect(text).not.toContain('Fewest');
  });

  it('shows no colour where none is wanted, and a bar in the style’s colour where it is', () => {
    expect(renderComparison(COMPARISON, OPTIONS)).not.toContain(ESCAPE);
    expect(renderComparison(COMPARISON, { ...OPTIONS, colourDepth: 24 })).toContain(
      `${ESCAPE}38;2;0;133;95m▌${ESCAPE}39mLevel 2`,
    );
    expect(renderComparison(COMPARISON, { ...OPTIONS, colourDepth: 8 })).toContain(
      `${ESCAPE}38;5;132m▌${ESCAPE}39mGraphQL`,
    );
    expect(renderComparison(COMPARISON, { ...OPTIONS, colourDepth: 4 })).not.toContain(ESCAPE);
  });
});
