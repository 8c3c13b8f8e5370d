import { describe, expect, it } from 'vitest';
import { cellOf, comparisonOf } from '../spec/measured.ts';
import { bestFigure, metric, METRIC_IDS, METRICS, metricsOf } from './metrics.ts';

describe('the figures of a run', () => {
  it('are all there, each once', () => {
    expect(METRICS.map(({ id }) => id)).toEqual(METRIC_IDS);
  });

  it('say which part of the compressed bodies nobody read', () => {
    const { run } = cellOf('graphql', { totals: { bytesCompressed: 400, bytesPruned: 100 } });
    expect(metric('neverRead').value(run)).toBe(75);
    expect(metric('neverRead').value(cellOf('graphql').run)).toBe(0);
  });

  it('count everything that the client had to know', () => {
    const knowledge = { addresses: ['/orders/{id}'], names: ['getOrder', 'getBill'], rules: ['one'] };
    expect(metric('knownBeforehand').value(cellOf('graphql', { knowledge }).run)).toBe(4);
  });

  it('take the second visit from the cell that measured it', () => {
    const first = cellOf('rest-level-2');
    const second = cellOf('rest-level-2', { visit: 'second', totals: { bytesWire: 77 } });
    const others = [
      cellOf('graphql', { visit: 'second' }),
      cellOf('rest-level-2', { visit: 'second', server: 'per-row' }),
    ];
    const { value } = metric('secondVisitBytes');
    expect(value(first.run, comparisonOf([first, ...others]))).toBeUndefined();
    expect(value(first.run, comparisonOf([first, ...others, second]))).toBe(77);
    expect(value(second.run, comparisonOf([first]))).toBe(77);
  });

  it('are left out where no run has them', () => {
    const comparison = comparisonOf([cellOf('graphql')]);
    const ids = metricsOf([cellOf('graphql')], comparison).map(({ id }) => id);
    expect(ids).not.toContain('noticedMs');
    expect(ids).not.toContain('secondVisitBytes');
    expect(ids).toContain('roundTrips');
  });
});

describe('the best figure', () => {
  const cells = [
    cellOf('rest-level-2', { totals: { sql: 3, actionsTold: 0 } }),
    cellOf('graphql', { totals: { sql: 1, actionsTold: 4 } }),
  ];

  it('is the least, or the most where more is better', () => {
    expect(bestFigure(metric('sql'), cells, comparisonOf(cells))).toBe(1);
    expect(bestFigure(metric('actionsTold'), cells, comparisonOf(cells))).toBe(4);
  });

  it('is nobody’s where all are equal, where nothing is ranked, and in a void comparison', () => {
    expect(bestFigure(metric('roundTrips'), cells, comparisonOf(cells))).toBeUndefined();
    expect(bestFigure(metric('serverMs'), cells, comparisonOf(cells))).toBeUndefined();
    expect(bestFigure(metric('sql'), cells, comparisonOf(cells, { valid: false }))).toBeUndefined();
  });
});
