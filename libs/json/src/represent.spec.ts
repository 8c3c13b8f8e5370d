import { OPERATION_NAMES, type MenuImportView, type OrderView } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { parseInput, represent, representPage } from './index.ts';

const ORDER: OrderView = {
  id: 'o-1',
  version: 3,
  consumerId: 'c-1',
  restaurantId: 'r-1',
  state: 'APPROVED',
  lineItems: [{ menuItemId: 'm-1', name: 'Tonnarelli', unitPrice: { amount: 1200, currency: 'EUR' }, quantity: 2 }],
  deliveryAddress: { street: 'Via Roma 1', city: 'Roma', postalCode: '00100', country: 'IT' },
  placedAt: '2026-03-29T01:30:00.000Z',
  total: { amount: 3120, currency: 'EUR' },
  actions: ['cancelOrder'],
};

const NAME = { first: 'Ann', last: 'Rossi' };
const DISH = {
  id: 'm-1',
  version: 1,
  name: 'Tonnarelli',
  description: 'cacio e pepe',
  price: { amount: 1200, currency: 'EUR' },
  available: true,
  tags: ['pasta'],
  photo: { contentType: 'image/png', byteLength: 70 },
} as const;

describe('represent', () => {
  it('speaks of every operation, and so does parseInput', () => {
    expect(Object.keys(represent).sort()).toEqual([...OPERATION_NAMES].sort());
    expect(Object.keys(parseInput).sort()).toEqual([...OPERATION_NAMES].sort());
  });

  it('leaves out actions, and whatever else a read model may one day carry', () => {
    const { actions: _actions, ...plain } = ORDER;
    const grown = { ...ORDER, riskScore: 7 };
    expect(represent.getOrder(grown)).toEqual(plain);
    expect(represent.getOrderDetails({ order: grown })).toEqual({ order: plain });
  });

  it('leaves the actions out of whatever is within another thing', () => {
    const actions = ['updateMenuItem'] as const;
    const item = { ...DISH, actions };
    const ticket = { orderId: 'o-1', version: 1, state: 'ACCEPTED', actions } as const;
    const menu = represent.getMenu({ restaurantId: 'r-1', version: 1, items: [item], actions });
    expect(menu).toEqual({ restaurantId: 'r-1', version: 1, items: [DISH] });
    const page = { items: [ORDER], cursors: ['a'] };
    const answers = [
      menu,
      represent.listOrders(page),
      represent.getOrderDetails({ order: ORDER, ticket, consumer: { id: 'c', version: 1, name: NAME, actions } }),
      represent.acceptTickets([{ orderId: 'o-1', ticket }]),
    ];
    expect(JSON.stringify(answers)).not.toContain('actions');
  });

  it('says of several tickets what became of each', () => {
    const refusal = new Refusal('ticket-not-found', { id: 'o-2' }).toData();
    const ticket = { orderId: 'o-1', version: 2, state: 'ACCEPTED', readyBy: '2026-03-29T01:50:00.000Z' } as const;
    expect(
      represent.acceptTickets([
        { orderId: 'o-1', ticket: { ...ticket, actions: [] } },
        { orderId: 'o-2', refusal },
      ]),
    ).toEqual([
      { orderId: 'o-1', ticket },
      { orderId: 'o-2', refusal },
    ]);
  });

  it('says of an import what became of each line', () => {
    const refusal = new Refusal('invalid-input', { errors: [{ path: '/price', message: 'is needed' }] }).toData();
    const view: MenuImportView = {
      id: 'i-1',
      restaurantId: 'r-1',
      state: 'RUNNING',
      requestedAt: '2026-03-29T01:30:00.000Z',
      lineCount: 3,
      lines: [
        { line: 2, menuItemId: 'm-1' },
        { line: 3, refusal },
      ],
    };
    expect(represent.getMenuImport(view)).toEqual(view);
  });

  it('leaves the cursors of single items out of a page', () => {
    const page = { items: [1, 2], cursors: ['a', 'b'], next: 'b' };
    expect(representPage(page, String)).toEqual({ items: ['1', '2'], page: { next: 'b' } });
  });
});
