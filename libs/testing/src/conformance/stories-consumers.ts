import { DEMO_DISHES, PERSONAS, type InputOf } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { ACTOR_NAMES } from './actors.ts';
import { NOBODYS_ID } from './nobody.ts';
import type { Story } from './scene.ts';

const { ann, bob, luigi } = PERSONAS;

const HOME = { street: 'Via Giulia 1', city: 'Roma', postalCode: '00186', country: 'IT' };
const CARA = { name: { first: 'Cara', last: 'Nardi' }, email: 'cara@example.com' };

/** What may not be said of a consumer, one thing each. */
const WRONG: readonly Partial<InputOf<'registerConsumer'>>[] = [
  { name: { first: '', last: 'Nardi' } },
  { name: { first: 'Cara', last: 'n'.repeat(101) } },
  { email: 'no address' },
  { email: 'cara@localhost' },
  { email: `${'c'.repeat(250)}@example.com` },
  { email: 'ANN@example.com' },
  { addresses: Array.from({ length: 6 }, () => HOME) },
];

export const registering: Story = async (scene) => {
  for (const as of ACTOR_NAMES.filter((name) => name !== 'anonymous')) await scene.ask(as, 'registerConsumer', CARA);
  for (const wrong of WRONG) await scene.ask('anonymous', 'registerConsumer', { ...CARA, ...wrong });
  await scene.ask('anonymous', 'registerConsumer', CARA);
  const cara: Actor = { role: 'consumer', consumerId: scene.newest('consumers') };
  await scene.ask('anonymous', 'registerConsumer', CARA);
  for (const as of [...ACTOR_NAMES, cara]) await scene.ask(as, 'getConsumer', { consumerId: cara.consumerId });

  const dora = { name: { first: 'Dora', last: 'Nardi' }, email: 'dora@example.com', addresses: [HOME, HOME] };
  await scene.ask('anonymous', 'registerConsumer', { ...dora, idempotencyKey: 'dora' });
  await scene.ask('anonymous', 'registerConsumer', { ...dora, idempotencyKey: 'dora' });
  await scene.ask('anonymous', 'registerConsumer', { ...dora, email: 'd@example.com', idempotencyKey: 'dora' });
  for (const text of ['nar', 'cara', 'NARDI dora', 'example', 'nobody of this name', '+', 'x'.repeat(101)]) {
    await scene.ask('sam', 'listConsumers', { text, limit: 5 });
  }

  // Without an address on file, an order needs one.
  const key = { consumerId: cara.consumerId, restaurantId: luigi.restaurantId };
  await scene.ask(cara, 'addToBasket', { ...key, menuItemId: DEMO_DISHES.tiramisu, quantity: 1 });
  const checkout = { ...key, expectedVersion: 1, paymentToken: 'tok_visa' };
  await scene.ask(cara, 'checkoutBasket', checkout);
  await scene.ask(cara, 'checkoutBasket', { ...checkout, deliveryAddress: HOME });
  await scene.ask('luigi', 'getConsumer', { consumerId: cara.consumerId });
};

export const updatingConsumers: Story = async (scene) => {
  const { consumerId } = ann;
  const change = (changes: Omit<InputOf<'updateConsumer'>, 'consumerId'>) => ({ consumerId, ...changes });
  const name = { first: 'Anna', last: 'Conti' };
  for (const as of ['bob', 'luigi', 'mei', 'dana', 'sam', 'anonymous'] as const) {
    await scene.ask(as, 'updateConsumer', change({ name, expectedVersion: 1 }));
  }
  await scene.ask('ann', 'updateConsumer', { consumerId: NOBODYS_ID, name, expectedVersion: 1 });
  await scene.ask('ann', 'updateConsumer', change({ name }));
  await scene.ask('ann', 'updateConsumer', change({ name, expectedVersion: 8 }));
  for (const wrong of WRONG) {
    const email = wrong.email === 'ANN@example.com' ? 'bob@EXAMPLE.com' : wrong.email;
    await scene.ask('ann', 'updateConsumer', change({ ...wrong, ...(email && { email }), expectedVersion: 1 }));
  }
  await scene.ask('ann', 'updateConsumer', change({ name, expectedVersion: 1 }));
  // It holds already: succeeds again, with the version of the first time and with none.
  await scene.ask('ann', 'updateConsumer', change({ name, expectedVersion: 1 }));
  await scene.ask('ann', 'updateConsumer', change({}));
  await scene.ask('ann', 'updateConsumer', change({ email: 'Ann@example.com', expectedVersion: 2 }));
  const move = change({ addresses: [HOME], expectedVersion: 3, idempotencyKey: 'move' });
  await scene.ask('ann', 'updateConsumer', move);
  await scene.ask('ann', 'updateConsumer', move);
  await scene.ask('ann', 'updateConsumer', { ...move, addresses: [] });
  await scene.ask('ann', 'updateConsumer', change({ addresses: [], expectedVersion: 4 }));
  for (const as of ACTOR_NAMES) await scene.ask(as, 'getConsumer', { consumerId });
  await scene.ask('sam', 'listConsumers', { text: 'anna conti' });
  await scene.ask('bob', 'updateConsumer', {
    consumerId: bob.consumerId,
    email: 'ann@example.com',
    expectedVersion: 1,
  });
};
