import { expect, it } from 'vitest';
import { DEMO_ORDERS, PERSONAS } from '../demo.ts';
import type { InputOf } from '../operations.ts';
import type { Reads } from '../ports/reads.ts';
import { InvalidInput } from '../unchecked.ts';
import { GetOrderDetails } from './get-order-details.ts';

it('says of an order that is not there that it is not there, before it says what is wrong with the input', async () => {
  const nothing = { findOrderDetails: () => Promise.resolve(undefined) } as Partial<Reads> as Reads;
  const wrong = new InvalidInput<InputOf<'getOrderDetails'>>({ orderId: DEMO_ORDERS.APPROVED }, [
    { path: '/parts/0', message: 'must be one of consumer, restaurant, ticket, delivery, courier, bill' },
  ]);
  await expect(new GetOrderDetails(nothing).execute(PERSONAS.ann, wrong)).rejects.toMatchObject({
    code: 'order-not-found',
  });
});
