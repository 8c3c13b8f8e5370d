import { BOBS_ORDER, DEMO_ORDERS, PERSONAS, type InputOf, type OperationName } from '@rungs/application';
import type { Who } from './actors.ts';
import { NOBODYS_ID } from './nobody.ts';
import { inHalfAnHour, type Scene, type Story } from './scene.ts';

const HOUR_MS = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

type Step = Extract<OperationName, 'acceptTicket' | 'rejectTicket' | 'startPreparing' | 'finishPreparing'>;

const { APPROVED, ACCEPTED, PREPARING, READY_FOR_PICKUP, PICKED_UP } = DEMO_ORDERS;

/** Refused to all but luigi, for nothing at all, without a version or with a stale one, and in every other state. */
async function refuseToOthers<S extends Step>(
  scene: Scene,
  step: S,
  orderId: string,
  more: Omit<InputOf<S>, 'orderId' | 'expectedVersion' | 'idempotencyKey'>,
): Promise<void> {
  const take = (as: Who, id: string, expectedVersion?: number): Promise<void> =>
    scene.ask(as, step, { orderId: id, expectedVersion, ...more } as unknown as InputOf<S>);
  const { version } = scene.case(orderId).ticket;
  for (const as of ['anonymous', 'ann', 'bob', 'mei', 'dana', 'sam'] as const) await take(as, orderId, version);
  // Dana sees this one.
  await take('dana', PICKED_UP, scene.case(PICKED_UP).ticket.version);
  await take('luigi', NOBODYS_ID, 1);
  await take('luigi', BOBS_ORDER, 1);
  for (const other of Object.values(DEMO_ORDERS)) {
    const { ticket, order } = scene.case(other);
    if (order.state !== scene.case(orderId).order.state) await take('luigi', other, ticket.version);
  }
  await take('luigi', orderId);
  await take('luigi', orderId, version + 7);
}

async function showCase(scene: Scene, orderId: string): Promise<void> {
  for (const operation of ['getOrder', 'getTicket', 'getDelivery', 'getBill'] as const) {
    await scene.ask('sam', operation, { orderId });
  }
}

export const accepting: Story = async (scene) => {
  const readyBy = inHalfAnHour();
  await refuseToOthers(scene, 'acceptTicket', APPROVED, { readyBy });
  const { version } = scene.case(APPROVED).ticket;
  for (const wrong of [inHours(-1), inHours(25)]) {
    await scene.ask('luigi', 'acceptTicket', { orderId: APPROVED, readyBy: wrong, expectedVersion: version });
  }
  const accept = { orderId: APPROVED, readyBy, expectedVersion: version, idempotencyKey: 'accept' };
  await scene.ask('luigi', 'acceptTicket', accept);
  await scene.ask('luigi', 'acceptTicket', accept);
  await scene.ask('luigi', 'acceptTicket', { ...accept, readyBy: inHours(2) });
  // It holds already, at that time; at another it is asked for too late.
  await scene.ask('luigi', 'acceptTicket', { orderId: APPROVED, readyBy });
  await scene.ask('luigi', 'acceptTicket', { orderId: APPROVED, readyBy: inHours(2), expectedVersion: version + 1 });
  await showCase(scene, APPROVED);
};

/** Whoever is nearest gets the next one, until nobody is left and deliveries wait. */
export const dispatching: Story = async (scene) => {
  const atLeast = scene.freeCouriers().length + 2;
  for (let accepted = 0; accepted < atLeast; accepted++) {
    const orderId = await scene.order();
    await scene.accept(orderId);
    await scene.ask('sam', 'getDelivery', { orderId });
  }
};

export const rejecting: Story = async (scene) => {
  const reason = 'No more artichokes.';
  await refuseToOthers(scene, 'rejectTicket', APPROVED, { reason });
  const { version } = scene.case(APPROVED).ticket;
  for (const wrong of ['', 'r'.repeat(501)]) {
    await scene.ask('luigi', 'rejectTicket', { orderId: APPROVED, reason: wrong, expectedVersion: version });
  }
  const reject = { orderId: APPROVED, reason, expectedVersion: version, idempotencyKey: 'reject' };
  await scene.ask('luigi', 'rejectTicket', reject);
  await scene.ask('luigi', 'rejectTicket', reject);
  await scene.ask('luigi', 'rejectTicket', { ...reject, reason: 'Another.' });
  await scene.ask('luigi', 'rejectTicket', { orderId: APPROVED, reason });
  await scene.ask('luigi', 'rejectTicket', { orderId: APPROVED, reason: 'Another.', expectedVersion: version + 1 });
  await showCase(scene, APPROVED);
};

export const cooking: Story = async (scene) => {
  for (const [step, orderId] of [
    ['startPreparing', ACCEPTED],
    ['finishPreparing', PREPARING],
  ] as const) {
    await refuseToOthers(scene, step, orderId, {});
    const expectedVersion = scene.case(orderId).ticket.version;
    const once = { orderId, expectedVersion, idempotencyKey: step };
    await scene.ask('luigi', step, once);
    await scene.ask('luigi', step, once);
    await scene.ask('luigi', step, { ...once, expectedVersion: expectedVersion + 1 });
    await scene.ask('luigi', step, { orderId });
    await showCase(scene, orderId);
  }
  await scene.ask('luigi', 'finishPreparing', { orderId: READY_FOR_PICKUP });
};

/** Several at once: good ones, stale ones, others', twice the same; each has an answer of its own. */
export const acceptingSeveral: Story = async (scene) => {
  const [first, second] = [await scene.order(), await scene.order('bob')];
  const readyBy = inHalfAnHour();
  const tickets = [
    { orderId: first, readyBy, expectedVersion: 1 },
    { orderId: NOBODYS_ID, readyBy, expectedVersion: 1 },
    { orderId: BOBS_ORDER, readyBy, expectedVersion: 1 },
    { orderId: second, readyBy },
    { orderId: second, readyBy, expectedVersion: 3 },
    { orderId: second, readyBy: inHours(-1), expectedVersion: 1 },
    { orderId: DEMO_ORDERS.DELIVERED, readyBy, expectedVersion: 5 },
    { orderId: second, readyBy, expectedVersion: 1 },
    { orderId: first, readyBy },
  ];
  for (const as of ['anonymous', 'ann', 'dana', 'sam'] as const) await scene.ask(as, 'acceptTickets', { tickets });
  const tooMany = Array.from({ length: 51 }, () => ({ orderId: first, readyBy, expectedVersion: 1 }));
  for (const wrong of [[], tooMany]) await scene.ask('luigi', 'acceptTickets', { tickets: wrong });
  const once = { tickets, idempotencyKey: 'several' };
  await scene.ask('luigi', 'acceptTickets', once);
  await scene.ask('luigi', 'acceptTickets', once);
  await scene.ask('luigi', 'acceptTickets', { ...once, tickets: tickets.slice(1) });
  await scene.ask('mei', 'acceptTickets', { tickets: tickets.slice(0, 2) });
  for (const orderId of [first, second]) await showCase(scene, orderId);
  await scene.ask('luigi', 'listTickets', { states: ['ACCEPTED'], restaurantId: PERSONAS.luigi.restaurantId });
};
