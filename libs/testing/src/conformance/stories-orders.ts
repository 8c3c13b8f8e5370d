import { BOBS_ORDER, CLOSED_RESTAURANT, DEMO_DISHES, DEMO_ORDERS, PERSONAS, type InputOf } from '@rungs/application';
import type { OrderLine } from '@rungs/domain';
import { ACTOR_NAMES, type Who } from './actors.ts';
import { NOBODYS_ID } from './nobody.ts';
import type { Scene, Story } from './scene.ts';

const { ann, luigi } = PERSONAS;
const { tonnarelli, tiramisu, soldOut } = DEMO_DISHES;

const AWAY = { street: 'Via Appia 1', city: 'Roma', postalCode: '00179', country: 'IT' };
const lines = (...quantities: readonly (readonly [string, number])[]): OrderLine[] =>
  quantities.map(([menuItemId, quantity]) => ({ menuItemId, quantity }));

/** Placing directly, and everything that can be wrong with it. */
export const placing: Story = async (scene) => {
  const place = (as: Who, changed: Partial<InputOf<'placeOrder'>> = {}): Promise<void> =>
    scene.ask(as, 'placeOrder', {
      restaurantId: luigi.restaurantId,
      lines: lines([tonnarelli, 2], [tiramisu, 1]),
      paymentToken: 'tok_visa',
      ...changed,
    });
  for (const as of ['anonymous', 'luigi', 'dana', 'sam'] as const) await place(as);
  for (const restaurantId of [NOBODYS_ID, CLOSED_RESTAURANT]) await place('ann', { restaurantId });
  for (const wrong of [
    [],
    lines([tonnarelli, 0]),
    lines([tonnarelli, 100]),
    lines([tonnarelli, 1], [tonnarelli, 2]),
    lines([NOBODYS_ID, 1]),
    lines([soldOut, 1]),
  ]) {
    await place('ann', { lines: wrong });
  }
  await place('ann', { deliveryNote: 'x'.repeat(501) });
  for (const paymentToken of ['cash', 'tok_declined', 'tok_unavailable']) await place('ann', { paymentToken });
  await place('ann');
  await place('bob', { deliveryNote: 'Ring twice. 두 번 눌러 주세요.', deliveryAddress: AWAY });
};

/** Once with each key: the first answer is replayed, refusals too; another request with the key is refused. */
export const placingOnce: Story = async (scene) => {
  const place = (as: Who, changed: Partial<InputOf<'placeOrder'>>): Promise<void> =>
    scene.ask(as, 'placeOrder', {
      restaurantId: luigi.restaurantId,
      lines: lines([tonnarelli, 2]),
      paymentToken: 'tok_visa',
      ...changed,
    });
  await place('ann', { idempotencyKey: 'key-1' });
  await place('ann', { idempotencyKey: 'key-1' });
  await place('ann', { idempotencyKey: 'key-1', deliveryNote: 'another request' });
  await place('bob', { idempotencyKey: 'key-1' });
  await place('ann', { idempotencyKey: 'key-2', paymentToken: 'tok_declined' });
  await place('ann', { idempotencyKey: 'key-2', paymentToken: 'tok_declined' });
  await place('ann', { idempotencyKey: 'key-3', paymentToken: 'tok_unavailable' });
};

/** A basket's life: added to, changed, emptied, checked out; and who may not. */
export const baskets: Story = async (scene) => {
  const { consumerId } = ann;
  const { restaurantId } = luigi;
  const basket = { consumerId, restaurantId };
  const add = (as: Who, menuItemId: string, quantity: number, idempotencyKey?: string): Promise<void> =>
    scene.ask(as, 'addToBasket', { ...basket, menuItemId, quantity, idempotencyKey });
  const set = (as: Who, quantity: number, expectedVersion?: number, menuItemId: string = tiramisu): Promise<void> =>
    scene.ask(as, 'setBasketLine', { ...basket, menuItemId, quantity, expectedVersion });
  const clear = (as: Who, expectedVersion?: number): Promise<void> =>
    scene.ask(as, 'clearBasket', { ...basket, expectedVersion });
  const checkOut = (as: Who, expectedVersion?: number, paymentToken = 'tok_visa'): Promise<void> =>
    scene.ask(as, 'checkoutBasket', { ...basket, expectedVersion, paymentToken });

  for (const as of ['bob', 'sam', 'luigi', 'dana', 'anonymous'] as const) {
    await add(as, tonnarelli, 1);
    await set(as, 1, 0);
    await clear(as, 0);
    await checkOut(as, 0);
    await scene.ask(as, 'getBasket', basket);
  }
  await checkOut('ann', 0);
  await add('ann', tonnarelli, 2);
  await add('ann', tonnarelli, 1);
  for (const quantity of [97, 0, 1.5]) await add('ann', tonnarelli, quantity);
  await add('ann', soldOut, 1);
  await add('ann', NOBODYS_ID, 1);
  await add('ann', tiramisu, 4, 'add-1');
  await add('ann', tiramisu, 4, 'add-1');
  await add('ann', tiramisu, 5, 'add-1');
  await set('ann', 2);
  await set('ann', 2, 1);
  for (const quantity of [100, -1]) await set('ann', quantity, 3);
  await set('ann', 1, 3, soldOut);
  const setOnce = { ...basket, menuItemId: tiramisu, quantity: 2, expectedVersion: 3, idempotencyKey: 'set-1' };
  await scene.ask('ann', 'setBasketLine', setOnce);
  await scene.ask('ann', 'setBasketLine', setOnce);
  await scene.ask('ann', 'setBasketLine', { ...setOnce, quantity: 3 });
  // It holds already: succeeds again with the version of the first time, and changes nothing.
  await set('ann', 2, 3);
  for (const as of ['ann', 'sam'] as const) await scene.ask(as, 'getBasket', basket);
  await clear('ann');
  await clear('ann', 3);
  await checkOut('ann');
  await checkOut('ann', 3);
  for (const paymentToken of ['cash', 'tok_declined', 'tok_unavailable']) await checkOut('ann', 4, paymentToken);
  const note = { ...basket, expectedVersion: 4, paymentToken: 'tok_visa', deliveryNote: 'x'.repeat(501) };
  await scene.ask('ann', 'checkoutBasket', note);
  const checkOutOnce = { ...note, deliveryNote: 'Ring once.', idempotencyKey: 'checkout-1' };
  await scene.ask('ann', 'checkoutBasket', checkOutOnce);
  await scene.ask('ann', 'checkoutBasket', checkOutOnce);
  await scene.ask('ann', 'checkoutBasket', { ...checkOutOnce, deliveryNote: 'Ring twice.' });
  await scene.ask('ann', 'getBasket', basket);
  await add('ann', tonnarelli, 1);
  await set('ann', 0, 6, tonnarelli);
  await add('ann', tonnarelli, 1);
  const clearOnce = { ...basket, expectedVersion: 8, idempotencyKey: 'clear-1' };
  await scene.ask('ann', 'clearBasket', clearOnce);
  await scene.ask('ann', 'clearBasket', clearOnce);
  await scene.ask('ann', 'clearBasket', { ...clearOnce, expectedVersion: 9 });
  await clear('ann', 8);

  // The dish is sold out, then the restaurant closes: what is in the basket cannot be had.
  await add('ann', tonnarelli, 1);
  const version = scene.basketVersion(consumerId, restaurantId);
  const dish = { restaurantId, menuItemId: tonnarelli };
  await scene.ask('luigi', 'updateMenuItem', { ...dish, available: false, expectedVersion: 1 });
  await scene.ask('ann', 'getBasket', basket);
  await checkOut('ann', version);
  await scene.ask('luigi', 'updateMenuItem', { ...dish, available: true, expectedVersion: 2 });
  const open = scene.model.restaurants.get(restaurantId)?.version ?? 0;
  await scene.ask('luigi', 'updateRestaurant', { restaurantId, open: false, expectedVersion: open });
  await checkOut('ann', version);
};

export const revising: Story = async (scene) => {
  const orderId = await scene.order('ann', lines([tonnarelli, 2], [tiramisu, 1]));
  const version = (): number => scene.case(orderId).order.version;
  const revise = (as: Who, changes: Omit<InputOf<'reviseOrder'>, 'orderId'>): Promise<void> =>
    scene.ask(as, 'reviseOrder', { orderId, ...changes });
  const three = lines([tonnarelli, 3]);

  for (const as of ['bob', 'mei', 'luigi', 'dana', 'sam', 'anonymous'] as const) {
    await revise(as, { lines: three, expectedVersion: 1 });
  }
  await scene.ask('ann', 'reviseOrder', { orderId: NOBODYS_ID, lines: three, expectedVersion: 1 });
  await scene.ask('ann', 'reviseOrder', { orderId: BOBS_ORDER, lines: three, expectedVersion: 1 });
  const { APPROVED: _revisable, ...others } = DEMO_ORDERS;
  for (const other of Object.values(others)) {
    const expectedVersion = scene.case(other).order.version;
    await scene.ask('ann', 'reviseOrder', { orderId: other, lines: three, expectedVersion });
  }
  await revise('ann', { lines: three });
  await revise('ann', { lines: three, expectedVersion: 8 });
  for (const wrong of [
    { lines: [] },
    { lines: lines([tonnarelli, 100]) },
    { lines: lines([tonnarelli, 1], [tonnarelli, 1]) },
    { lines: lines([tonnarelli, 1], [NOBODYS_ID, 1]) },
    { lines: lines([tonnarelli, 1], [soldOut, 1]) },
    { deliveryNote: 'x'.repeat(501) },
    { paymentToken: 'cash' },
    { lines: three, paymentToken: 'tok_declined' },
    { lines: three, paymentToken: 'tok_unavailable' },
  ]) {
    await revise('ann', { ...wrong, expectedVersion: version() });
  }
  // It is so already: that succeeds whatever version was seen, and changes nothing.
  await revise('ann', {});
  await revise('ann', { lines: lines([tonnarelli, 2], [tiramisu, 1]), deliveryNote: '', expectedVersion: 5 });
  await showAll(scene, orderId);

  // Today's price is not the one that was copied; what is added has today's, and what left the menu stays.
  const { restaurantId } = luigi;
  const dearer = { amount: 1400, currency: 'EUR' };
  await scene.ask('luigi', 'updateMenuItem', {
    restaurantId,
    menuItemId: tonnarelli,
    price: dearer,
    expectedVersion: 1,
  });
  await scene.ask('luigi', 'updateMenuItem', {
    restaurantId,
    menuItemId: tonnarelli,
    available: false,
    expectedVersion: 2,
  });
  await revise('ann', { lines: three, expectedVersion: version() });
  await revise('ann', { lines: three, expectedVersion: 1 });
  await showAll(scene, orderId);
  const [, , , fourth] = scene.model.menus.get(restaurantId) ?? [];
  const both = lines([fourth?.id ?? '', 2], [tonnarelli, 1]);
  await revise('ann', { lines: both, deliveryNote: 'Ring once.', expectedVersion: version() });
  await revise('ann', { deliveryAddress: AWAY, expectedVersion: version() });
  await showAll(scene, orderId);
  const expectedVersion = version();
  const keyed = { deliveryNote: '', paymentToken: 'tok_amex', expectedVersion, idempotencyKey: 'revise' };
  await revise('ann', keyed);
  await revise('ann', keyed);
  await revise('ann', { ...keyed, deliveryNote: 'Ring twice.' });
  // Too dear in all.
  await revise('ann', { lines: lines([fourth?.id ?? '', 99], [tonnarelli, 99]), expectedVersion: version() });
  await showAll(scene, orderId);

  const open = scene.model.restaurants.get(restaurantId)?.version ?? 0;
  await scene.ask('luigi', 'updateRestaurant', { restaurantId, open: false, expectedVersion: open });
  await revise('ann', { lines: lines([tiramisu, 1]), expectedVersion: version() });
  await revise('ann', { lines: lines([tonnarelli, 5]), expectedVersion: version() });
  await scene.accept(orderId);
  await revise('ann', { lines: lines([tonnarelli, 2]), expectedVersion: version() });
  await showAll(scene, orderId);
};

async function showAll(scene: Scene, orderId: string): Promise<void> {
  for (const operation of ['getOrder', 'getTicket', 'getDelivery', 'getBill'] as const) {
    await scene.ask('ann', operation, { orderId });
  }
}

/** Cancelling in every state, as everybody, with every kind of version. */
export const cancelling: Story = async (scene) => {
  const { APPROVED, ACCEPTED, CANCELLED, ...others } = DEMO_ORDERS;
  const versionOf = (orderId: string): number => scene.case(orderId).order.version;
  const cancel = (as: Who, orderId: string, expectedVersion?: number, idempotencyKey?: string): Promise<void> =>
    scene.ask(as, 'cancelOrder', { orderId, expectedVersion, idempotencyKey });

  await cancel('ann', NOBODYS_ID, 1);
  await cancel('ann', BOBS_ORDER, versionOf(BOBS_ORDER));
  for (const as of ['anonymous', 'mei', 'luigi', 'dana'] as const) await cancel(as, APPROVED, versionOf(APPROVED));
  await cancel('dana', DEMO_ORDERS.PICKED_UP, versionOf(DEMO_ORDERS.PICKED_UP));
  for (const orderId of Object.values(others)) await cancel('ann', orderId, versionOf(orderId));
  await cancel('ann', CANCELLED, versionOf(CANCELLED));
  await cancel('ann', APPROVED);
  const seen = versionOf(APPROVED);
  await cancel('ann', APPROVED, seen + 7);
  await cancel('ann', APPROVED, seen, 'cancel-1');
  // It holds already: succeeds again, with a key, without, and with the version of the first time.
  await cancel('ann', APPROVED, seen, 'cancel-1');
  await cancel('ann', APPROVED, seen);
  await cancel('ann', APPROVED, seen + 1, 'cancel-1');
  // Another's cancel is not one's own: refused.
  await cancel('sam', APPROVED, versionOf(APPROVED));
  await cancel('sam', ACCEPTED, versionOf(ACCEPTED));
  await cancel('sam', ACCEPTED, versionOf(ACCEPTED));
  for (const orderId of [APPROVED, ACCEPTED]) {
    for (const operation of ['getOrder', 'getTicket', 'getDelivery', 'getBill'] as const) {
      await scene.ask('sam', operation, { orderId });
    }
  }
  // Who carried it is free, or carries what waited.
  for (const courierId of scene.model.couriers.keys()) await scene.ask('sam', 'getCourier', { courierId });
};

/** What everybody sees of one order. */
export async function everybodySees(scene: Scene, orderId: string): Promise<void> {
  const reads = ['getOrder', 'getOrderDetails', 'getTicket', 'getDelivery', 'getTrack', 'getBill'] as const;
  for (const as of ACTOR_NAMES) for (const operation of reads) await scene.ask(as, operation, { orderId });
}

/** From basket to doorstep and the money back, seen by everybody after each step. */
export const lifeOfAnOrder: Story = async (scene) => {
  // Dana alone is on duty, with nothing to deliver: the order is hers.
  const waiting = DEMO_ORDERS.PREPARING;
  await scene.ask('sam', 'assignCourier', {
    orderId: waiting,
    expectedVersion: scene.case(waiting).delivery.version,
  });
  await scene.deliver(DEMO_ORDERS.PICKED_UP);
  for (const { id } of scene.freeCouriers()) {
    if (id !== PERSONAS.dana.courierId) await scene.duty(id, false);
  }
  const orderId = await scene.order();
  const steps: readonly (() => Promise<void>)[] = [
    () => scene.accept(orderId),
    () => scene.start(orderId),
    () => scene.ask('dana', 'reportLocation', { orderId, lat: 41.89, lon: 12.47 }),
    () => scene.finish(orderId),
    () => scene.pickUp(orderId),
    () => scene.ask('dana', 'reportLocation', { orderId, lat: 41.9, lon: 12.48 }),
    () => scene.deliver(orderId),
    () =>
      scene.ask('sam', 'refundBill', { orderId, amount: { amount: 100, currency: 'EUR' }, reason: 'It arrived cold.' }),
  ];
  await everybodySees(scene, orderId);
  for (const step of steps) {
    await step();
    await everybodySees(scene, orderId);
  }
};
