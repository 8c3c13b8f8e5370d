import { describe, expect, it } from 'vitest';
import { conditions, dish, field, location, yesOrNo } from './fields.ts';

describe('a field', () => {
  it('says its value as a text, whatever that stands for', () => {
    expect([3, 41.9, false, 'x'].map((value) => field('n', 'N', { value }).value)).toEqual(['3', '41.9', 'false', 'x']);
    expect(field('n', 'N').value).toBeUndefined();
    expect(conditions(7)).toMatchObject([{ name: 'version', value: '7' }, { name: 'idempotencyKey' }]);
  });

  it('that is chosen says how many at least and at most, and what is chosen now', () => {
    expect(yesOrNo('open', 'Open', { value: false, required: true }).options).toMatchObject({
      minItems: 1,
      maxItems: 1,
      selectedValues: ['false'],
    });
    const { options } = dish('menuItemId', 'Dish', '/menu', {});
    expect(options).toMatchObject({ link: { href: '/menu' }, maxItems: 1 });
    expect(options).not.toHaveProperty('minItems');
    expect(options).not.toHaveProperty('selectedValues');
  });

  it('of degrees takes more than whole ones', () => {
    expect(location('location.')).toMatchObject([
      { name: 'location.lat', min: -90, max: 90, step: 0.000001 },
      { name: 'location.lon', min: -180, max: 180, step: 0.000001 },
    ]);
  });
});
