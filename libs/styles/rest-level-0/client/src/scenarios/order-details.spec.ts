import { isApplicable, type Asking } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { orderDetailsPrograms } from './order-details.ts';

const ORDER = {
  state: 'PICKED_UP',
  placedAt: '2026-11-22T18:00:00.000Z',
  consumerId: 'ann',
  restaurantId: 'luigi',
  lineItems: [{ name: 'Tiramisù', quantity: 2 }],
  deliveryAddress: { street: 'Via Appia 1', city: 'Roma' },
};
const OUTCOMES: Record<string, object> = {
  getOrder: ORDER,
  getTicket: { state: 'PICKED_UP' },
  getDelivery: { state: 'PICKED_UP', courierId: 'dana' },
  getBill: { total: { amount: 1299, currency: 'EUR' }, paymentState: 'AUTHORIZED' },
  getConsumer: { name: { first: 'Ann', last: 'Rossi' } },
  getRestaurant: { name: 'Da Luigi', address: { city: 'Roma' } },
  getCourier: { name: 'Dana', vehicle: 'BICYCLE' },
};
const { getOrder, getTicket, getDelivery, getBill, getConsumer, getRestaurant, getCourier } = OUTCOMES;
OUTCOMES['getOrderDetails'] = {
  order: getOrder,
  ticket: getTicket,
  delivery: getDelivery,
  bill: getBill,
  consumer: getConsumer,
  restaurant: getRestaurant,
  courier: getCourier,
};

interface Call {
  readonly id: number;
  readonly method: string;
}

/** Answers calls and batches (a batch's answers in another order than asked), and notes each exchange. */
function notingServer(outcomes = OUTCOMES) {
  const exchanges: { label: string; dependsOn: readonly number[]; methods: string[] }[] = [];
  const answerTo = ({ id, method }: Call): object => ({ jsonrpc: '2.0', id, result: outcomes[method] });
  const asking: Asking = {
    fetch: async (label, dependsOn, _url, init) => {
      const body = JSON.parse(String(init?.body)) as Call | Call[];
      exchanges.push({ label, dependsOn, methods: [body].flat().map(({ method }) => method) });
      const n = exchanges.length;
      const answer = Array.isArray(body) ? body.map(answerTo).reverse() : answerTo(body);
      return { n, response: new Response(JSON.stringify(answer)) };
    },
  };
  return { exchanges, context: { baseUrl: 'http://rungs', asking } };
}

async function run(mode: 'granular' | 'composed' | 'purpose-built', outcomes?: Record<string, object>) {
  const { exchanges, context } = notingServer(outcomes);
  const program = orderDetailsPrograms[mode];
  if (!isApplicable(program)) throw new Error(program.notApplicable);
  return { exchanges, screen: await program(context, { orderId: 'o' }) };
}

describe('the order details screen at level 0', () => {
  it('takes seven calls one by one, in two dependent round trips', async () => {
    const { exchanges } = await run('granular');
    expect(exchanges.map(({ dependsOn, methods }) => [...dependsOn, ...methods])).toEqual([
      ['getOrder'],
      ['getTicket'],
      ['getDelivery'],
      ['getBill'],
      [1, 'getConsumer'],
      [1, 'getRestaurant'],
      [3, 'getCourier'],
    ]);
  });

  it('takes two batches, the second of which needs the ids in the first', async () => {
    const { exchanges } = await run('composed');
    expect(exchanges.map(({ dependsOn, methods }) => [dependsOn, methods])).toEqual([
      [[], ['getOrder', 'getTicket', 'getDelivery', 'getBill']],
      [[1], ['getConsumer', 'getRestaurant', 'getCourier']],
    ]);
  });

  it('takes one call that was made for it', async () => {
    const { exchanges } = await run('purpose-built');
    expect(exchanges.map(({ methods }) => methods)).toEqual([['getOrderDetails']]);
  });

  it('is the same however it was asked for', async () => {
    const { screen } = await run('granular');
    expect(screen).toMatchObject({ consumer: 'Ann Rossi', courier: { name: 'Dana' }, total: { amount: 1299 } });
    expect((await run('composed')).screen).toEqual(screen);
    expect((await run('purpose-built')).screen).toEqual(screen);
  });

  it('asks for no courier where the delivery has none', async () => {
    const waiting = { ...OUTCOMES, getDelivery: { state: 'PENDING' } };
    for (const mode of ['granular', 'composed'] as const) {
      const { exchanges, screen } = await run(mode, waiting);
      expect(exchanges.flatMap(({ methods }) => methods)).not.toContain('getCourier');
      expect(screen.courier).toBeNull();
    }
  });
});
