import { OPERATION_NAMES, OPERATIONS } from '@rungs/application';
import { describe, expect, it } from 'vitest';
import { membersOf } from './members.ts';
import { firstUnknown, type Names, namesOf, outermost, pruned } from './names.ts';
import { EXPANDABLE, namesOfParts } from './parts.ts';
import { selectionOf } from './selection.ts';

const plain = (names: Names): object => Object.fromEntries([...names].map(([name, below]) => [name, plain(below)]));

describe('names with dots', () => {
  it('are a tree of what lies in what', () => {
    expect(plain(namesOf(['id', 'delivery', 'delivery.courier', 'bill.total']))).toEqual({
      id: {},
      delivery: { courier: {} },
      bill: { total: {} },
    });
  });

  it('add nothing to what is named as a whole', () => {
    expect(outermost(new Set(['total.amount', 'state', 'total', 'id']))).toEqual(['id', 'state', 'total']);
    expect(outermost(new Set(['a.b.c', 'a']))).toEqual(['a']);
  });

  it('keep of objects and of each item of lists what they name, and nothing that is not there', () => {
    const order = { id: 'o', total: { amount: 1, currency: 'EUR' }, lineItems: [{ name: 'a', quantity: 2 }] };
    expect(pruned(order, namesOf(['total.currency', 'lineItems.name', 'deliveryNote']))).toEqual({
      total: { currency: 'EUR' },
      lineItems: [{ name: 'a' }],
    });
    expect(pruned(order, namesOf(['__proto__', 'constructor.name']))).toEqual({});
  });

  it('are unknown from where the first of them is', () => {
    const known = namesOf(['total.amount']);
    expect(firstUnknown('total.amount', known)).toBeUndefined();
    expect(firstUnknown('total.amount.x', known)).toBe('total.amount.x');
    expect(firstUnknown('totals.amount', known)).toBe('totals');
    expect(firstUnknown('__proto__.x', known)).toBe('__proto__');
    expect(firstUnknown('', known)).toBe('');
  });
});

describe('what can be expanded', () => {
  it('ends after two steps and never comes back to where it began', () => {
    for (const parts of Object.values(EXPANDABLE)) {
      for (const path of namesOfParts(parts)) {
        const names = path.split('.');
        expect(names.length, path).toBeLessThanOrEqual(2);
        expect(new Set(names).size, path).toBe(names.length);
      }
    }
    expect(namesOfParts(EXPANDABLE.getTicket ?? {})).not.toContain('order.ticket');
    expect(namesOfParts(EXPANDABLE.getDelivery ?? {})).not.toContain('order.delivery');
    expect(namesOfParts(EXPANDABLE.getBill ?? {})).not.toContain('order.bill');
  });

  it('takes no name that the thing itself has', () => {
    for (const [operation, parts] of Object.entries(EXPANDABLE)) {
      const own = membersOf(operation as keyof typeof EXPANDABLE);
      expect(Object.keys(parts).filter((name) => own.has(name))).toEqual([]);
    }
  });
});

describe('a selection', () => {
  it.each(OPERATION_NAMES.filter((name) => OPERATIONS[name].kind === 'read'))(
    'knows the members of %s',
    (operation) => {
      expect(membersOf(operation).size).toBeGreaterThan(1);
      expect(membersOf(operation).has('page')).toBe(false);
    },
  );

  it('reaches into lists, into alternatives, and into what is expanded', () => {
    expect(selectionOf('listOrders', { fields: ['lineItems.unitPrice.amount'] }).errors).toEqual([]);
    expect(selectionOf('getMenuImport', { fields: ['lines.menuItemId', 'lines.refusal.code'] }).errors).toEqual([]);
    const asked = { expand: ['delivery.courier'], fields: ['delivery.courier.name', 'delivery.state'] };
    expect(selectionOf('getOrder', asked)).toMatchObject({ errors: [], fields: asked.fields });
  });

  it('says what it does not know, and what would have to be expanded', () => {
    expect(
      selectionOf('getOrder', { fields: ['id', 'secret'], expand: ['delivery.courier.currentDelivery'] }).errors,
    ).toEqual([
      {
        path: '/expand',
        message:
          '"delivery.courier.currentDelivery" cannot be expanded here; these can: consumer, restaurant, ticket, delivery, delivery.courier, bill',
      },
      { path: '/fields', message: 'there is no member "secret" here' },
    ]);
    expect(selectionOf('getOrder', { fields: ['restaurant.name'] }).errors).toEqual([
      { path: '/fields', message: 'there is no member "restaurant" here, unless it is expanded' },
    ]);
    expect(selectionOf('getCourier', { expand: ['order'] }).errors).toEqual([
      { path: '/expand', message: '"order" cannot be expanded here; nothing can' },
    ]);
  });

  it('is a list of so many names', () => {
    const messages = (asked: object) => selectionOf('getOrder', { ...asked }).errors.map(({ message }) => message);
    expect(messages({ fields: [] })).toEqual(['must name at least one member']);
    expect(messages({ fields: 'id' })).toEqual(['must be a list of names']);
    expect(messages({ fields: ['id', 7] })).toEqual(['must be a list of names']);
    expect(messages({ expand: { order: true } })).toEqual(['must be a list of names']);
    expect(messages({ fields: Array<string>(101).fill('id') })).toEqual(['must have at most 100 names']);
    expect(messages({ fields: ['x'.repeat(500)] })[0]?.length).toBeLessThan(120);
    expect(messages({ fields: null, expand: [] })).toEqual([]);
  });
});
