import { PERSONAS, RegisterConsumer, UpdateConsumer, type Reads } from '@rungs/application';
import { ANONYMOUS } from '@rungs/domain';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SystemClock } from '../adapters/system-clock.ts';
import { UuidV7Generator } from '../adapters/uuid-v7-generator.ts';
import { openDataSource } from '../data-source.ts';
import { separateReads } from '../reads/loaded-reads.ts';
import { TypeormUnitOfWork } from './typeorm-unit-of-work.ts';

const { ann, bob, sam } = PERSONAS;
const TAKEN = { errors: [{ path: '/email', message: 'belongs to another consumer already' }] };
const NAME = { first: 'Eve', last: 'D’Amico' };

let database: TestDatabase;
let dataSource: DataSource;
let reads: Reads;
let register: RegisterConsumer;
let update: UpdateConsumer;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
  reads = separateReads(dataSource);
  const unitOfWork = new TypeormUnitOfWork(dataSource);
  register = new RegisterConsumer(unitOfWork, new SystemClock(), new UuidV7Generator());
  update = new UpdateConsumer(reads, unitOfWork, new SystemClock());
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const detailsOfRefused = (answers: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.details] : []));

it('of ten who register an e-mail address at once, in whatever letters, one gets it', async () => {
  const emails = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 'eve@example.com' : 'EVE@Example.com'));
  const answers = await Promise.allSettled(
    emails.map((email) => register.execute(ANONYMOUS, { name: NAME, email, addresses: [] })),
  );
  expect(detailsOfRefused(answers)).toEqual(Array.from({ length: 9 }, () => TAKEN));
  const { items } = await reads.listConsumers({ text: 'eve amico' }, { limit: 10 });
  const registered = answers.find((answer) => answer.status === 'fulfilled')?.value;
  expect(items).toHaveLength(1);
  expect(registered).toMatchObject({ ...items[0], version: 1, name: NAME });
});

it('who registers ten times at once with one key is registered once, and gets the same answer each time', async () => {
  const input = { name: NAME, email: 'patient@example.com', idempotencyKey: 'registering' };
  const answers = await Promise.all(Array.from({ length: 10 }, () => register.execute(ANONYMOUS, input)));
  for (const answer of answers) expect(answer).toStrictEqual(answers[0]);
  expect((await reads.listConsumers({ text: 'patient' }, { limit: 10 })).items).toHaveLength(1);
});

it('one who moves to an address and one who registers it do not both get it', async () => {
  const email = 'annie@example.com';
  const answers = await Promise.allSettled([
    update.execute(ann, { consumerId: ann.consumerId, email, expectedVersion: 1 }),
    register.execute(ANONYMOUS, { name: NAME, email: 'ANNIE@example.com' }),
  ]);
  expect(detailsOfRefused(answers)).toEqual([TAKEN]);
  expect((await reads.listConsumers({ text: 'annie' }, { limit: 10 })).items).toHaveLength(1);
});

it('two who change one consumer do so one after the other, and the second is told', async () => {
  const before = (await reads.findConsumer(bob.consumerId, sam))!.consumer;
  const address = { street: 'Via Urbana 2', city: 'Roma', postalCode: '00184', country: 'IT' };
  const input = { consumerId: bob.consumerId, expectedVersion: before.version };
  const answers = await Promise.allSettled([
    update.execute(bob, { ...input, name: { first: 'Robert', last: 'Marino' } }),
    update.execute(bob, { ...input, addresses: [address, ...before.addresses] }),
  ]);
  expect(detailsOfRefused(answers)).toEqual([{ expectedVersion: before.version, currentVersion: before.version + 1 }]);
  const after = (await reads.findConsumer(bob.consumerId, sam))!.consumer;
  expect(after.version).toBe(before.version + 1);
  // Words follow the names.
  const robert = (await reads.listConsumers({ text: 'robert marino' }, { limit: 10 })).items;
  expect(robert).toHaveLength(after.name.first === 'Robert' ? 1 : 0);
});

it('one may change the letters of one’s own address, which stays one’s own', async () => {
  const { version, email } = (await reads.findConsumer(bob.consumerId, sam))!.consumer;
  const louder = email.toUpperCase();
  const input = { consumerId: bob.consumerId, expectedVersion: version, email: louder, idempotencyKey: 'louder' };
  const changed = await update.execute(bob, input);
  expect(changed).toMatchObject({ email: louder, version: version + 1 });
  expect(await update.execute(bob, input)).toStrictEqual(changed);
});
