import { InvalidInput } from '@rungs/application';
import { describe, expect, it } from 'vitest';
import { form, formsFor, parseForm } from './forms.ts';

const ORDER_ID = '01900000-0000-7000-8000-00000000e002';
const BASKET = {
  consumerId: '01900000-0000-7000-8000-00000000a001',
  restaurantId: '01900000-0000-7000-8000-00000000b001',
};
const noHeaders = { headers: {} };

describe('formsFor', () => {
  const offers = { cancelOrder: () => ({ cancelOrder: form('PUT', '/orders/1/cancellation', 'Cancel', []) }) };

  it('offers a form for each action that is allowed', () => {
    expect(Object.keys(formsFor(['cancelOrder'], offers))).toEqual(['cancelOrder']);
  });

  it('offers nothing when nothing is allowed', () => {
    expect(formsFor([], offers)).toEqual({});
  });
});

describe('a form that came back', () => {
  it('says version and key in its hidden fields', () => {
    const body = { version: 3, idempotencyKey: 'k-1' };
    expect(parseForm('cancelOrder', body, { orderId: ORDER_ID }, noHeaders)).toEqual({
      orderId: ORDER_ID,
      expectedVersion: 3,
      idempotencyKey: 'k-1',
    });
  });

  it('is overruled by what the header fields say', () => {
    const request = { headers: { 'if-match': '"4"', 'idempotency-key': 'k-2' } };
    expect(parseForm('cancelOrder', { version: 3, idempotencyKey: 'k-1' }, { orderId: ORDER_ID }, request)).toEqual({
      orderId: ORDER_ID,
      expectedVersion: 4,
      idempotencyKey: 'k-2',
    });
  });

  it('may come without a body, for the use case to say what is missing', () => {
    expect(parseForm('cancelOrder', undefined, { orderId: ORDER_ID }, noHeaders)).toEqual({ orderId: ORDER_ID });
  });

  it('may hold all its fields as texts, and empty ones for what was left out', () => {
    const body = { paymentToken: 'tok_visa', deliveryNote: '', street: '', city: '', version: '7' };
    expect(parseForm('checkoutBasket', body, BASKET, noHeaders)).toEqual({
      ...BASKET,
      paymentToken: 'tok_visa',
      expectedVersion: 7,
    });
  });

  it('holds an address as flat fields', () => {
    const deliveryAddress = { street: 'Via Appia 1', city: 'Roma', postalCode: '00179', country: 'IT' };
    const body = { paymentToken: 'tok_visa', ...deliveryAddress };
    expect(parseForm('checkoutBasket', body, BASKET, noHeaders)).toMatchObject({ deliveryAddress });
  });

  it('is refused at the names that its fields have', () => {
    const body = { paymentToken: 'tok_visa', street: 'Via Appia 1', country: 'Italy', version: 'seven' };
    const input = parseForm('checkoutBasket', body, BASKET, noHeaders);
    expect(input).toBeInstanceOf(InvalidInput);
    const paths = (input as InvalidInput<unknown>).errors.map(({ path }) => path);
    expect(paths.toSorted()).toEqual(['/city', '/country', '/postalCode', '/version']);
  });

  it.each(['state', '__proto__', 'total'])('is refused for a field %s that the server owns', (name) => {
    const body = JSON.parse(`{"version":1,"${name}":"DELIVERED"}`) as object;
    const input = parseForm('cancelOrder', body, { orderId: ORDER_ID }, noHeaders);
    expect((input as InvalidInput<unknown>).errors.map(({ path }) => path)).toEqual([`/${name}`]);
  });

  it.each([['text'], [7], [[]]])('is refused as a whole when it is %j', (body) => {
    const input = parseForm('cancelOrder', body, { orderId: ORDER_ID }, noHeaders);
    expect((input as InvalidInput<unknown>).errors.map(({ path }) => path)).toEqual(['']);
  });
});
