import { describe, expect, it } from 'vitest';
import { cleared, emptyBasket, withAdded, withLine } from './basket.ts';

const start = emptyBasket('c', 'r');

describe('a basket', () => {
  it('adds to a line that it holds', () => {
    const basket = withAdded(withAdded(start, { menuItemId: 'm', quantity: 2 }), { menuItemId: 'm', quantity: 3 });
    expect(basket.lines).toEqual([{ menuItemId: 'm', quantity: 5 }]);
  });

  it('takes a line out when its quantity is set to 0', () => {
    expect(
      withLine(withAdded(start, { menuItemId: 'm', quantity: 2 }), { menuItemId: 'm', quantity: 0 }).lines,
    ).toEqual([]);
  });

  it('raises its version with every change', () => {
    expect(cleared(withAdded(start, { menuItemId: 'm', quantity: 1 })).version).toBe(2);
  });
});
