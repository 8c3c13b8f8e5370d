import { describe, expect, it } from 'vitest';
import { rowQuantities, timesText } from './matrix-figures.ts';

const textsOf = (...row: Parameters<typeof rowQuantities>) =>
  rowQuantities(...row).map((quantity) => quantity && `${quantity.figure} ${quantity.unit}`.trim());

describe('the figures of a row', () => {
  it('share one unit, the larger where one of them needs it', () => {
    expect(textsOf({ unit: 'B', digits: 0 }, [840, 999])).toEqual(['840 B', '999 B']);
    expect(textsOf({ unit: 'B', digits: 0 }, [840, 12_345])).toEqual(['0.8 kB', '12.3 kB']);
  });

  it('are never rounded to nothing', () => {
    expect(textsOf({ unit: 'B', digits: 0 }, [0, 49, 50, 2000])).toEqual(['0.0 kB', '49 B', '0.1 kB', '2.0 kB']);
  });

  it('have the digits of their metric, and gaps where there is none', () => {
    expect(textsOf({ unit: 'ms', digits: 1 }, [3.25, undefined])).toEqual(['3.3 ms', undefined]);
    expect(textsOf({ unit: '', digits: 0 }, [7])).toEqual(['7']);
  });
});

describe('a figure in multiples of the baseline’s', () => {
  it.each([
    [5, 2, '×2.5'],
    [2, 2, '×1.0'],
    [400, 3, '×133'],
    [1, 25, '×0.04'],
    [0, 25, '×0'],
  ])('says how many times %d is %d', (figure, baseline, text) => {
    expect(timesText(figure, baseline)).toBe(text);
  });

  it('is none where there is nothing to divide by', () => {
    expect(timesText(5, 0)).toBeUndefined();
    expect(timesText(5, undefined)).toBeUndefined();
    expect(timesText(undefined, 5)).toBeUndefined();
  });
});
