import { ANONYMOUS, type Actor } from '@rungs/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { countingIds, fixedClock, InMemoryWorld } from '../../spec/in-memory-world.ts';
import { aConsumer } from '../../spec/order.mother.ts';
import { refusalOf } from '../../spec/refusal-of.ts';
import { PERSONAS } from '../demo.ts';
import type { UpdateConsumerInput } from '../operations.ts';
import type { Reads } from '../ports/reads.ts';
import { RegisterConsumer } from './register-consumer.ts';
import { UpdateConsumer } from './update-consumer.ts';

const { ann, bob, luigi, mei, sam } = PERSONAS;
let world: InMemoryWorld;

beforeEach(() => {
  world = new InMemoryWorld();
});

describe('registering', () => {
  const register = (email: string, actor: Actor = ANONYMOUS) =>
    new RegisterConsumer(world, fixedClock, countingIds()).execute(actor, {
      name: { first: 'Eve', last: 'Rossi' },
      email,
    });

  it('makes a consumer who sees all of itself', async () => {
    expect(await register('eve@example.com')).toMatchObject({
      version: 1,
      email: 'eve@example.com',
      addresses: [],
      actions: ['updateConsumer'],
    });
  });

  it('refuses an address that somebody has, in whichever case, and one that is none', async () => {
    expect(await refusalOf(register('ANN@example.com'))).toBe('invalid-input');
    expect(await refusalOf(register('eve at example'))).toBe('invalid-input');
    expect(await refusalOf(register('eve@example.com', ann))).toBe('forbidden');
  });
});

describe('updating a consumer', () => {
  /** Luigi serves ann, mei does not. */
  const reads = {
    findConsumer: (_id: string, viewer: Actor) =>
      Promise.resolve({ consumer: aConsumer(), servedByViewer: viewer === luigi }),
  } as Partial<Reads> as Reads;
  const update = (changes: Partial<UpdateConsumerInput>, actor: Actor = ann) =>
    new UpdateConsumer(reads, world, fixedClock).execute(actor, { consumerId: ann.consumerId, ...changes });

  it('changes what is given, once', async () => {
    const name = { first: 'Anna', last: 'Moreau' };
    const changed = await update({ name, expectedVersion: 1 });
    expect(changed).toMatchObject({ name, version: 2, email: 'ann@example.com' });
    expect(await update({ name, expectedVersion: 1 })).toEqual(changed);
    expect(world.events).toHaveLength(1);
  });

  it('is for consumers themselves: forbidden to who may see them, unknown to all others', async () => {
    expect(await refusalOf(update({}, sam))).toBe('forbidden');
    expect(await refusalOf(update({}, luigi))).toBe('forbidden');
    expect(await refusalOf(update({}, mei))).toBe('consumer-not-found');
    expect(await refusalOf(update({}, bob))).toBe('consumer-not-found');
  });

  it('asks for the version before it looks at what is asked', async () => {
    expect(await refusalOf(update({ email: 'nonsense' }))).toBe('version-required');
    expect(await refusalOf(update({ email: 'nonsense', expectedVersion: 2 }))).toBe('stale-version');
    expect(await refusalOf(update({ email: 'nonsense', expectedVersion: 1 }))).toBe('invalid-input');
  });
});
