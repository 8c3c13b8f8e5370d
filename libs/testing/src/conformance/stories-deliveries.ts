import { BOBS_ORDER, DEMO_ORDERS, PERSONAS, type InputOf } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import type { Who } from './actors.ts';
import { NOBODYS_ID } from './nobody.ts';
import type { Scene, Story } from './scene.ts';

const { APPROVED, PREPARING, READY_FOR_PICKUP, PICKED_UP, DELIVERED } = DEMO_ORDERS;
const { courierId: danasId } = PERSONAS.dana;

async function showCase(scene: Scene, orderId: string): Promise<void> {
  for (const operation of ['getOrder', 'getTicket', 'getDelivery', 'getBill'] as const) {
    await scene.ask('sam', operation, { orderId });
  }
}

/** Everybody who is free goes off duty, with their answers. */
async function nobodyIsFree(scene: Scene): Promise<readonly string[]> {
  const ids = scene.freeCouriers().map(({ id }) => id);
  for (const id of ids) await scene.duty(id, false);
  return ids;
}

export const assigning: Story = async (scene) => {
  const assign = (as: Who, changes: Partial<InputOf<'assignCourier'>>): Promise<void> =>
    scene.ask(as, 'assignCourier', { orderId: PREPARING, ...changes });
  const expectedVersion = scene.case(PREPARING).delivery.version;
  for (const as of ['anonymous', 'ann', 'bob', 'luigi', 'mei', 'dana'] as const) await assign(as, { expectedVersion });
  // Dana sees these: the one that she delivers, and a past one.
  for (const orderId of [PICKED_UP, DELIVERED]) await assign('dana', { orderId, expectedVersion: 1 });
  for (const orderId of [NOBODYS_ID, APPROVED, PICKED_UP, DELIVERED, DEMO_ORDERS.CANCELLED]) {
    const version = scene.model.cases.get(orderId)?.delivery.version;
    await assign('sam', { orderId, expectedVersion: version });
  }
  await assign('sam', {});
  await assign('sam', { expectedVersion: expectedVersion + 7 });
  await assign('sam', { expectedVersion, courierId: NOBODYS_ID });
  await assign('sam', { expectedVersion, courierId: danasId });
  const offDuty = await nobodyIsFree(scene);
  await assign('sam', { expectedVersion });
  await assign('sam', { expectedVersion, courierId: offDuty[0] });

  // Who comes on duty gets what has waited longest, which need not be this one.
  const [first = '', second = ''] = offDuty;
  await scene.duty(first, true);
  for (const courierId of [first, second]) await scene.ask('sam', 'getCourier', { courierId });
  await showCase(scene, PREPARING);
  const waiting = await scene.order();
  await scene.accept(waiting);
  await showCase(scene, waiting);
  await scene.duty(second, true);
  await scene.ask('sam', 'getCourier', { courierId: second });
  await showCase(scene, waiting);
};

/** By name and by distance, where somebody is free and something waits: which never lasts, but for support's choice. */
export const assigningByName: Story = async (scene) => {
  // Dispatch gives a freed courier what waits at once: only what the demo data left waiting can be assigned.
  const expectedVersion = scene.case(PREPARING).delivery.version;
  const [named] = scene.freeCouriers().slice(-1);
  const once = { orderId: PREPARING, expectedVersion, courierId: named?.id, idempotencyKey: 'assign' };
  await scene.ask('sam', 'assignCourier', once);
  await scene.ask('sam', 'assignCourier', once);
  await scene.ask('sam', 'assignCourier', { ...once, courierId: undefined });
  for (const courierId of [named?.id, undefined, danasId]) {
    await scene.ask('sam', 'assignCourier', { orderId: PREPARING, expectedVersion, courierId });
  }
  await showCase(scene, PREPARING);
};

export const assigningNearest: Story = async (scene) => {
  const expectedVersion = scene.case(PREPARING).delivery.version;
  await scene.ask('sam', 'assignCourier', { orderId: PREPARING, expectedVersion });
  await showCase(scene, PREPARING);
};

export const riding: Story = async (scene) => {
  const carrier = scene.carrier(READY_FOR_PICKUP);
  for (const [step, orderId, by] of [
    ['notePickedUp', READY_FOR_PICKUP, carrier],
    ['noteDelivered', READY_FOR_PICKUP, carrier],
  ] as const) {
    const take = (as: Who, id: string, expectedVersion?: number): Promise<void> =>
      scene.ask(as, step, { orderId: id, expectedVersion });
    const { version } = scene.case(orderId).delivery;
    for (const as of ['anonymous', 'ann', 'bob', 'luigi', 'mei', 'dana', 'sam'] as const)
      await take(as, orderId, version);
    await take(by, NOBODYS_ID, 1);
    await take(by, BOBS_ORDER, 1);
    // Dana's, under way and past; another's, still in the kitchen.
    for (const id of [PICKED_UP, DELIVERED]) {
      if (step === 'notePickedUp') await take('dana', id, scene.case(id).delivery.version);
    }
    const accepted = DEMO_ORDERS.ACCEPTED;
    await take(scene.carrier(accepted), accepted, scene.case(accepted).delivery.version);
    await take(by, orderId);
    await take(by, orderId, version + 7);
    const once = { orderId, expectedVersion: version, idempotencyKey: step };
    await scene.ask(by, step, once);
    await scene.ask(by, step, once);
    await scene.ask(by, step, { ...once, expectedVersion: version + 1 });
    await take(by, orderId);
    await showCase(scene, orderId);
  }
  // Free now, or with what has waited longest.
  if (carrier.role === 'courier') await scene.ask('sam', 'getCourier', { courierId: carrier.courierId });
  await scene.ask('sam', 'listDeliveries', { states: ['SCHEDULED', 'PICKED_UP'], limit: 50 });
};

export const reporting: Story = async (scene) => {
  const report = (as: Who, changes: Partial<InputOf<'reportLocation'>> = {}): Promise<void> =>
    scene.ask(as, 'reportLocation', { orderId: PICKED_UP, lat: 41.9, lon: 12.5, ...changes });
  for (const as of ['anonymous', 'ann', 'bob', 'luigi', 'mei', 'sam'] as const) await report(as);
  for (const orderId of [NOBODYS_ID, BOBS_ORDER, APPROVED, DELIVERED]) await report('dana', { orderId });
  const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
  for (const wrong of [{ lat: 91 }, { lon: -181 }, { at: inMinutes(3) }]) await report('dana', wrong);
  await report('dana');
  const late = { lat: 41.8, lon: 12.4, at: inMinutes(-30), idempotencyKey: 'late' };
  await report('dana', late);
  await report('dana', late);
  await report('dana', { ...late, lat: 41.7 });
  await report('dana', { lat: 41.91, lon: 12.51, at: inMinutes(0.5) });
  for (const as of ['ann', 'luigi', 'dana', 'sam'] as const) {
    await scene.ask(as, 'getTrack', { orderId: PICKED_UP });
    await scene.ask(as, 'getDelivery', { orderId: PICKED_UP });
  }
};

export const duty: Story = async (scene) => {
  const set = (as: Who, courierId: string, onDuty: boolean, expectedVersion?: number): Promise<void> =>
    scene.ask(as, 'setOnDuty', { courierId, onDuty, expectedVersion });
  const { version } = scene.courier(danasId);
  for (const as of ['anonymous', 'ann', 'bob', 'luigi', 'mei', 'sam'] as const) await set(as, danasId, false, version);
  await set('dana', danasId, false, version);
  await set('dana', danasId, true);
  await set('dana', NOBODYS_ID, true, 1);
  const [free] = scene.freeCouriers();
  const id = free?.id ?? '';
  const self: Actor = { role: 'courier', courierId: id };
  await set('dana', id, false, free?.version);
  await set(self, id, false);
  await set(self, id, false, (free?.version ?? 0) + 7);
  const off = { courierId: id, onDuty: false, expectedVersion: free?.version, idempotencyKey: 'off' };
  await scene.ask(self, 'setOnDuty', off);
  await scene.ask(self, 'setOnDuty', off);
  await scene.ask(self, 'setOnDuty', { ...off, onDuty: true });
  await set(self, id, false);
  for (const onDuty of [true, false]) await scene.ask('sam', 'listCouriers', { onDuty, limit: 100 });
  await scene.duty(id, true);
  for (const as of ['ann', 'luigi', 'dana', 'sam', self] as const) await scene.ask(as, 'getCourier', { courierId: id });
};
