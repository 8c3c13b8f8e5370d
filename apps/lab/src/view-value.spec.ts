import { describe, expect, it } from 'vitest';
import { viewValue } from './view-value.ts';

const VIEW = { state: 'PICKED_UP', dishes: [{ name: 'Tiramisù' }], 'a/b~c': null, long: 'x'.repeat(200) };

describe('what a view has at a path', () => {
  it.each([
    ['/state', '"PICKED_UP"'],
    ['/dishes/0/name', '"Tiramisù"'],
    ['/a~1b~0c', 'null'],
    ['/dishes/1/name', 'nothing'],
    ['/state/inner', 'nothing'],
  ])('is at %s %s', (path, value) => {
    expect(viewValue(VIEW, path)).toBe(value);
  });

  it('is all of it at the empty path, cut short', () => {
    expect(viewValue(VIEW, '')).toMatch(/^\{"state":"PICKED_UP".{50,}…$/);
    expect(viewValue(VIEW, '/long')).toHaveLength(81);
  });
});
