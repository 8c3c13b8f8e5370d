import {
  AddToBasket,
  CancelOrder,
  DEMO_DISHES,
  DEMO_ORDERS,
  PERSONAS,
  PlaceOrder,
  type Command,
  type PlaceOrderInput,
  type Rows,
} from '@rungs/application';
import { Refusal, type Money } from '@rungs/domain';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalPayments } from '../adapters/local-payments.ts';
import { SystemClock } from '../adapters/system-clock.ts';
import { UuidV7Generator } from '../adapters/uuid-v7-generator.ts';
import { openDataSource } from '../data-source.ts';
import { TypeormUnitOfWork } from './typeorm-unit-of-work.ts';

const { ann, luigi, sam } = PERSONAS;
const TOTAL: Money = { amount: 1, currency: 'EUR' };
const INPUT: PlaceOrderInput = {
  restaurantId: luigi.restaurantId,
  lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 }],
  paymentToken: 'tok_visa',
};

let database: TestDatabase;
let dataSource: DataSource;
let payments: LocalPayments;
let unitOfWork: TypeormUnitOfWork;
let placeOrder: PlaceOrder;
let cancelOrder: CancelOrder;
let keys = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

beforeEach(() => {
  payments = new LocalPayments();
  unitOfWork = new TypeormUnitOfWork(dataSource);
  placeOrder = new PlaceOrder(unitOfWork, payments, new SystemClock(), new UuidV7Generator());
  cancelOrder = new CancelOrder(unitOfWork, payments, new SystemClock());
});

const newKey = (): string => `key-${++keys}`;
const kept = (): string[] => payments.authorizations.filter(({ voided }) => !voided).map(({ code }) => code);

async function count(table: string): Promise<number> {
  const [row] = await dataSource.query(`SELECT count(*)::integer AS count FROM ${table}`);
  return row.count;
}

async function counts(): Promise<Record<string, number>> {
  const tables = ['orders', 'ticket', 'delivery', 'bill', 'domain_event'];
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])));
}

/** A command that authorizes, so that undoing can be seen. */
function command<T>(work: Command<T, string>['work'], idempotencyKey?: string): Command<T, string> {
  return {
    actor: ann,
    operation: 'placeOrder',
    idempotencyKey,
    fingerprint: 'the same',
    prepare: () => payments.authorize('tok_visa', TOTAL),
    work,
    undo: (code) => payments.void(code),
  };
}

const event = { type: 'placeOrder', subjectId: ann.consumerId, actor: 'spec', at: '2026-11-01T12:00:00.000Z' } as const;

describe('a request with an idempotency key', () => {
  it('places one order when it comes twenty times at once, and answers all of them alike', async () => {
    const before = await counts();
    const idempotencyKey = newKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => placeOrder.execute(ann, { ...INPUT, idempotencyKey })),
    );
    for (const answer of answers) expect(answer).toStrictEqual(answers[0]);
    const after = await counts();
    for (const [table, number] of Object.entries(after)) expect(number, table).toBe((before[table] as number) + 1);
    const [bill] = await dataSource.query('SELECT authorization_code FROM bill WHERE order_id = $1', [answers[0]?.id]);
    expect(kept()).toEqual([bill.authorization_code]);
  });

  it('gives the kept outcome again when it comes later, without authorizing anew', async () => {
    const idempotencyKey = newKey();
    const first = await placeOrder.execute(ann, { ...INPUT, idempotencyKey });
    expect(await placeOrder.execute(ann, { ...INPUT, idempotencyKey })).toStrictEqual(first);
    expect(payments.authorizations).toHaveLength(1);
  });

  it('does again what follows a success whenever its outcome is answered, and never what follows a refusal', async () => {
    const states: unknown[] = [];
    let down = true;
    const followed = {
      ...command(() => Promise.resolve('done'), newKey()),
      after: async (rows: Rows) => {
        states.push((await rows.findOrderCase(DEMO_ORDERS.APPROVED))?.order.state);
        if (down) throw new Refusal('unavailable', { part: 'The payment provider', retryAfterSeconds: 5 });
      },
    };
    await expect(unitOfWork.run(followed)).rejects.toMatchObject({ code: 'unavailable' });
    const once = { ...followed, work: () => Promise.reject(new Error('This was done already.')) };
    await expect(unitOfWork.run(once)).rejects.toMatchObject({ code: 'unavailable' });
    down = false;
    expect(await unitOfWork.run(once)).toBe('done');
    expect(states).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
    // What was prepared belongs to the outcome, whatever follows it.
    expect(kept()).toHaveLength(1);
    const refused = () => Promise.reject(new Refusal('order-not-cancellable', { state: 'DELIVERED' }));
    await expect(unitOfWork.run({ ...followed, idempotencyKey: newKey(), work: refused })).rejects.toMatchObject({
      code: 'order-not-cancellable',
    });
    expect(states).toHaveLength(3);
  });

  it('keeps what preparing refused, and refuses the same again', async () => {
    const input = { ...INPUT, paymentToken: 'tok_declined', idempotencyKey: newKey() };
    const first = await placeOrder.execute(ann, input).catch((error: Refusal) => error.toData());
    expect(first).toMatchObject({ code: 'payment-declined' });
    const authorize = vi.spyOn(payments, 'authorize');
    expect(await placeOrder.execute(ann, input).catch((error: Refusal) => error.toData())).toStrictEqual(first);
    expect(authorize).not.toHaveBeenCalled();
  });

  it('keeps what the work refused, leaves nothing of it, and undoes what was prepared', async () => {
    const before = await counts();
    const refused = command(async (transaction) => {
      await transaction.append(event);
      throw new Refusal('order-not-cancellable', { state: 'DELIVERED' });
    }, newKey());
    await expect(unitOfWork.run(refused)).rejects.toMatchObject({ code: 'order-not-cancellable' });
    expect(kept()).toEqual([]);
    expect(await counts()).toEqual(before);
    await expect(unitOfWork.run({ ...refused, work: () => Promise.resolve('never asked') })).rejects.toMatchObject({
      code: 'order-not-cancellable',
      details: { state: 'DELIVERED' },
    });
    expect(payments.authorizations).toHaveLength(1);
  });

  it('does not keep `unavailable`: the same request may succeed when it comes again', async () => {
    const idempotencyKey = newKey();
    const failing = { ...INPUT, paymentToken: 'tok_unavailable', idempotencyKey };
    await expect(placeOrder.execute(ann, failing)).rejects.toMatchObject({ code: 'unavailable' });
    const busy = command(() => Promise.reject(new Refusal('unavailable', { part: 'x', retryAfterSeconds: 1 })), 'busy');
    await expect(unitOfWork.run(busy)).rejects.toMatchObject({ code: 'unavailable' });
    expect(kept()).toEqual([]);
    expect(await unitOfWork.run({ ...busy, work: () => Promise.resolve('done') })).toBe('done');
  });

  it('refuses a key that was used for another input or another operation, but not another actor’s', async () => {
    const idempotencyKey = newKey();
    await placeOrder.execute(ann, { ...INPUT, idempotencyKey });
    const conflict = { code: 'idempotency-conflict', details: { idempotencyKey } };
    await expect(placeOrder.execute(ann, { ...INPUT, deliveryNote: 'another', idempotencyKey })).rejects.toMatchObject(
      conflict,
    );
    await expect(
      cancelOrder.execute(ann, { orderId: DEMO_ORDERS.APPROVED, expectedVersion: 1, idempotencyKey }),
    ).rejects.toMatchObject(conflict);
    const bobs = await placeOrder.execute(PERSONAS.bob, { ...INPUT, idempotencyKey });
    expect(bobs.consumerId).toBe(PERSONAS.bob.consumerId);
  });

  it('takes keys of any length', async () => {
    const idempotencyKey = 'k'.repeat(20_000);
    const first = await placeOrder.execute(ann, { ...INPUT, idempotencyKey });
    expect(await placeOrder.execute(ann, { ...INPUT, idempotencyKey })).toStrictEqual(first);
    await expect(unitOfWork.run(command(() => Promise.resolve(1), 'k'.repeat(20_001)))).resolves.toBe(1);
  });
});

describe('a failure', () => {
  it('leaves nothing behind and undoes what was prepared, with a key and without', async () => {
    for (const idempotencyKey of [undefined, newKey()]) {
      const before = await counts();
      const failing = command(async (transaction) => {
        await transaction.append(event);
        throw new TypeError('a defect');
      }, idempotencyKey);
      await expect(unitOfWork.run(failing)).rejects.toThrow(TypeError);
      expect(await counts()).toEqual(before);
      expect(kept()).toEqual([]);
      expect(await unitOfWork.run({ ...failing, work: () => Promise.resolve('done') })).toBe('done');
      payments = new LocalPayments();
    }
  });

  it('is `unavailable` when the database ends the connection, and the next request has a good one', async () => {
    const cut = command(async (transaction) => {
      await transaction.append(event);
      await dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'`,
      );
      await transaction.append(event);
    }, newKey());
    await expect(unitOfWork.run(cut)).rejects.toMatchObject({ code: 'unavailable', details: { part: 'The database' } });
    expect(kept()).toEqual([]);
    expect(await Promise.all(Array.from({ length: 12 }, () => count('orders')))).toHaveLength(12);
  });

  it('tells by the kept record that a COMMIT whose answer was lost did happen', async () => {
    const createQueryRunner = dataSource.createQueryRunner.bind(dataSource);
    vi.spyOn(dataSource, 'createQueryRunner').mockImplementation((mode) => {
      const runner = createQueryRunner(mode);
      const commit = runner.commitTransaction.bind(runner);
      runner.commitTransaction = async () => {
        await commit();
        throw new Error('Connection terminated unexpectedly');
      };
      return runner;
    });
    const placed = await placeOrder.execute(ann, { ...INPUT, idempotencyKey: newKey() });
    expect(placed.state).toBe('APPROVED');
    expect(kept()).toHaveLength(1);
    // Without a key nobody can tell; then the authorization of an order that may live is not given back.
    await expect(placeOrder.execute(ann, INPUT)).rejects.toMatchObject({ code: 'unavailable' });
    expect(kept()).toHaveLength(2);
  });

  it('that PostgreSQL asks to repeat is repeated: two cases locked crosswise', async () => {
    const [first, second] = [DEMO_ORDERS.DELIVERED, DEMO_ORDERS.REJECTED];
    let arrived = 0;
    let open: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (open = resolve));
    const crosswise = (ids: readonly [string, string]): Promise<string> =>
      unitOfWork.run(
        command(async (transaction) => {
          await transaction.findOrderCase(ids[0]);
          if (++arrived >= 2) open();
          await bothHoldOne;
          await transaction.findOrderCase(ids[1]);
          return 'done';
        }),
      );
    expect(await Promise.all([crosswise([first, second]), crosswise([second, first])])).toEqual(['done', 'done']);
    expect(arrived).toBe(3);
    expect(kept()).toHaveLength(2);
  });

  it('of text that cannot be stored is `invalid-input`, not a defect', async () => {
    await expect(placeOrder.execute(ann, { ...INPUT, deliveryNote: 'a\u0000b' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(kept()).toEqual([]);
  });

  it.each([
    ['a number that PostgreSQL cannot reckon with', `SELECT (5e-324::float8) / 2`],
    ['a time that it cannot store', `SELECT '+010000-01-01T00:00:00.000Z'::timestamptz`],
  ])('of %s is `invalid-input`, too', async (_what, text) => {
    const asked = command(async () => void (await dataSource.query(text)));
    await expect(unitOfWork.run(asked)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('changes of one thing at the same time', () => {
  it('cancel an order once; the courier goes on to the delivery that waits', async () => {
    const courierOf = `SELECT c.id, c.version, c.current_delivery_id AS current FROM courier c WHERE c.id = $1`;
    const [{ courier_id: courierId }] = await dataSource.query('SELECT courier_id FROM delivery WHERE order_id = $1', [
      DEMO_ORDERS.ACCEPTED,
    ]);
    const [before] = await dataSource.query(courierOf, [courierId]);
    expect(before.current).toBe(DEMO_ORDERS.ACCEPTED);

    const input = { orderId: DEMO_ORDERS.ACCEPTED, expectedVersion: 2 };
    const answers = await Promise.allSettled([cancelOrder.execute(ann, input), cancelOrder.execute(sam, input)]);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['order-not-cancellable']);

    const [after] = await dataSource.query(courierOf, [courierId]);
    // Freed, and then assigned: a version each.
    expect(after).toEqual({ ...before, version: before.version + 2, current: DEMO_ORDERS.PREPARING });
    const [row] = await dataSource.query(
      `SELECT o.state, o.version, t.state AS ticket, t.version AS ticket_version, d.state AS delivery, d.courier_id,
         d.version AS delivery_version, b.payment_state
       FROM orders o JOIN ticket t ON t.order_id = o.id JOIN delivery d ON d.order_id = o.id
       JOIN bill b ON b.order_id = o.id WHERE o.id = $1`,
      [DEMO_ORDERS.ACCEPTED],
    );
    expect(row).toEqual({
      state: 'CANCELLED',
      version: 3,
      ticket: 'CANCELLED',
      ticket_version: 3,
      delivery: 'CANCELLED',
      courier_id: null,
      delivery_version: 3,
      payment_state: 'VOIDED',
    });
  });

  it('both get into a basket that nobody had touched', async () => {
    const addToBasket = new AddToBasket(unitOfWork, new SystemClock());
    const key = { consumerId: ann.consumerId, restaurantId: luigi.restaurantId };
    await Promise.all([
      addToBasket.execute(ann, { ...key, menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 }),
      addToBasket.execute(ann, { ...key, menuItemId: DEMO_DISHES.tiramisu, quantity: 2 }),
    ]);
    const [basket] = await dataSource.query('SELECT version, json_array_length(lines) AS lines FROM basket');
    expect(basket).toEqual({ version: 2, lines: 2 });
  });
});
