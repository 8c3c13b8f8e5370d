import {
  CLIENT_MODES,
  isApplicable,
  SCENARIOS,
  type ClientMode,
  type ScenarioId,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { NotingServer } from '../../spec/noting-server.ts';
import { shop, TASKS, VIEWS } from '../../spec/shop.ts';
import { entry } from '../index.ts';

const SCENARIO_IDS = Object.keys(SCENARIOS) as ScenarioId[];

const programsOf = (scenario: ScenarioId): ScenarioPrograms<unknown, unknown, unknown> => entry.scenarios[scenario];

const PROGRAMS = SCENARIO_IDS.flatMap((scenario) =>
  CLIENT_MODES.flatMap((mode) => {
    const program = programsOf(scenario)[mode];
    return isApplicable(program) ? [{ scenario, mode, program }] : [];
  }),
);

interface Plan {
  readonly scenario: ScenarioId;
  readonly mode: ClientMode;
}

async function run({ scenario, mode }: Plan, server = new NotingServer(shop)) {
  const programs = programsOf(scenario);
  const program = programs[mode];
  if (!isApplicable(program)) throw new Error(program.notApplicable);
  const held = await programs.arrive({ baseUrl: '', fetch: noFetch }, TASKS[scenario]);
  return { server, view: await program.run(server.context, held) };
}

/** At level 2 an id is all that one holds: nothing is asked before the program begins. */
const noFetch = (): Promise<Response> => Promise.reject(new Error('Something was asked on arrival.'));

async function asked(scenario: ScenarioId, mode: ClientMode): Promise<string[]> {
  const { server } = await run({ scenario, mode });
  return server.requests.map(({ dependsOn, method, path }) => [...dependsOn, method, path].join(' '));
}

describe('a client program of level 2', () => {
  it.each(PROGRAMS)('shows what the scenario is about: $scenario $mode', async (plan) => {
    const { server, view } = await run(plan);
    expect(view).toEqual(VIEWS[plan.scenario]);
    expect([...server.unread]).toEqual([]);
  });

  it.each(PROGRAMS)('knows just the addresses that it asks: $scenario $mode', async (plan) => {
    const { server } = await run(plan);
    const { addresses } = plan.program.knows;
    const templateOf = (path: string) => addresses.find((address) => pattern(address).test(path)) ?? path;
    const used = new Set(server.requests.map(({ path }) => templateOf(path)));
    expect([...used].toSorted()).toEqual([...addresses].toSorted());
  });

  it.each(PROGRAMS)(
    'names the methods, fields of the header and members that it sends: $scenario $mode',
    async (plan) => {
      const { server } = await run(plan);
      const sent = server.requests.flatMap(({ method, path, headers, body }) => [
        ...(method === 'GET' ? [] : [method]),
        ...(headers.has('if-match') ? ['If-Match'] : []),
        ...(headers.has('idempotency-key') ? ['Idempotency-Key'] : []),
        ...chosenNames(path),
        ...memberNames(body),
      ]);
      const { names } = plan.program.knows;
      expect(names).toEqual(expect.arrayContaining([...new Set(sent)]));
      // What it names besides, it reads in answers.
      const read = server.answers.flatMap(({ status = 200, body }) => [
        String(status),
        ...memberNames(body),
        ...texts(body),
      ]);
      expect(names.filter((name) => ![...sent, ...read].includes(name))).toEqual([]);
    },
  );

  it.each(PROGRAMS)('needs the answers that it says it needs, and no others: $scenario $mode', async (plan) => {
    const { requests } = (await run(plan)).server;
    for (const { n, label } of requests) {
      const { promise: until, resolve: release } = Promise.withResolvers<void>();
      const server = new NotingServer(shop, { n, until });
      const running = run(plan, server);
      await allElseDone();
      const dependants = new Set([n]);
      for (const later of requests)
        if (later.dependsOn.some((earlier) => dependants.has(earlier))) dependants.add(later.n);
      const others = requests.filter((other) => other.n === n || !dependants.has(other.n));
      expect(server.requests.map((request) => request.label).toSorted(), `while ${label} is held back`).toEqual(
        others.map((other) => other.label).toSorted(),
      );
      release();
      await running;
    }
  });

  it.each(PROGRAMS)('calls each exchange by a name of its own: $scenario $mode', async (plan) => {
    const labels = (await run(plan)).server.requests.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

/** Everything here is answered at once: what is still outstanding one turn later waits for what is held back. */
function allElseDone(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

function pattern(template: string): RegExp {
  const [path = '', query] = template.split('{?');
  const search =
    query === undefined
      ? ''
      : `\\?${query
          .slice(0, -1)
          .split(',')
          .map((name) => `${name}=[^&]+`)
          .join('&')}`;
  return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/?]+')}${search}$`);
}

function memberNames(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => [
    ...(Array.isArray(body) ? [] : [name]),
    ...memberNames(value),
  ]);
}

/** What a client chose of an answer, by the names that this takes. */
function chosenNames(path: string): string[] {
  const { searchParams } = new URL(path, 'http://shop.example');
  const chosen = ['expand', 'fields'].flatMap((name) => searchParams.get(name)?.split(',') ?? []);
  return chosen.flatMap((name) => name.split('.'));
}

function texts(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(texts) : [];
}

describe('what is asked at level 2', () => {
  it('is, of an order’s parts, at once what has its id, then what it names', async () => {
    expect(await asked('order-details', 'granular')).toEqual([
      'GET /level2/orders/o%2F1',
      'GET /level2/tickets/o%2F1',
      'GET /level2/deliveries/o%2F1',
      'GET /level2/orders/o%2F1/bill',
      '1 GET /level2/consumers/ann',
      '1 GET /level2/restaurants/luigi',
      '3 GET /level2/couriers/dana',
    ]);
    expect(await asked('order-details', 'purpose-built')).toEqual(['GET /level2/orders/o%2F1/details']);
  });

  it('is, of what a client chooses, only what its screen reads, in one request', async () => {
    for (const scenario of ['order-details', 'order-history', 'restaurant-list'] as const) {
      const { server } = await run({ scenario, mode: 'composed' });
      expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
    }
    expect(await asked('restaurant-list', 'composed')).toEqual(['GET /level2/restaurants?limit=2&fields=name,cuisine']);
    expect(await asked('menu-twice', 'composed')).toEqual([
      'GET /level2/restaurants/luigi/menu?fields=items.name,items.price,items.available',
      '1 GET /level2/restaurants/luigi/menu?fields=items.name,items.price,items.available',
    ]);
    expect(await asked('poll-order', 'composed')).toEqual([
      'GET /level2/orders/waiting?fields=state',
      '1 GET /level2/orders/waiting?fields=state',
      '2 GET /level2/orders/waiting?fields=state',
    ]);
  });

  it('fails where the order lacks a part that the screen shows', async () => {
    const server = new NotingServer(() => ({ body: { items: [{ state: 'APPROVED' }], page: {} } }));
    await expect(run({ scenario: 'order-details', mode: 'composed' }, server)).rejects.toThrow(/lacks a part/);
    await expect(run({ scenario: 'order-history', mode: 'composed' }, server)).rejects.toThrow(/lacks a part/);
  });

  it('is, of a history, each restaurant once, and each order’s delivery', async () => {
    expect(await asked('order-history', 'granular')).toEqual([
      'GET /level2/orders?consumerId=ann&limit=3',
      '1 GET /level2/restaurants/luigi',
      '1 GET /level2/restaurants/mei',
      '1 GET /level2/deliveries/o%2F1',
      '1 GET /level2/deliveries/o%2F2',
      '1 GET /level2/deliveries/o%2F3',
    ]);
  });

  it('is looked at until it has changed', async () => {
    const { server } = await run({ scenario: 'poll-order', mode: 'granular' });
    expect(server.requests.map(({ dependsOn }) => dependsOn)).toEqual([[], [1], [2]]);
    expect(server.pauses).toBe(2);
  });

  it('is looked at for so long and no longer', async () => {
    const server = new NotingServer(() => ({ body: { state: 'APPROVED' } }));
    await expect(run({ scenario: 'poll-order', mode: 'granular' }, server)).rejects.toThrow(/still APPROVED/);
  });
});

describe('what is changed at level 2', () => {
  it('fills a basket dish by dish and checks it out at the version that came of it, each with a key of its own', async () => {
    const { server } = await run({ scenario: 'order-dishes', mode: 'granular' });
    expect(
      server.requests.map(({ dependsOn, headers, body }) => ({ dependsOn, body, ...conditions(headers) })),
    ).toEqual([
      { dependsOn: [], body: { menuItemId: 'dish/1', quantity: 2 }, key: 'key-1', seen: null },
      { dependsOn: [1], body: { menuItemId: 'dish/2', quantity: 1 }, key: 'key-2', seen: null },
      { dependsOn: [2], body: { paymentToken: 'tok_visa' }, key: 'key-3', seen: '"6"' },
    ]);
  });

  it('places an order at once where the server’s team made that possible', async () => {
    const { server } = await run({ scenario: 'order-dishes', mode: 'purpose-built' });
    expect(server.requests.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      {
        method: 'POST',
        path: '/level2/orders',
        body: { restaurantId: 'luigi', lines: TASKS['order-dishes'].lines, paymentToken: 'tok_visa' },
      },
    ]);
  });

  it.each(['cancel-allowed', 'cancel-refused'] as const)(
    'carries back the tag of what was seen: %s',
    async (scenario) => {
      const { server } = await run({ scenario, mode: 'granular' });
      const tags = { 'cancel-allowed': '"3.x"', 'cancel-refused': '"7"' };
      expect(server.requests.map(({ dependsOn, headers }) => [dependsOn, conditions(headers).seen])).toEqual([
        [[], null],
        [[1], tags[scenario]],
      ]);
    },
  );

  it('takes no other refusal for the one that was to be expected', async () => {
    const stale = { status: 409, body: { code: 'courier-busy', detail: 'Elsewhere.' } };
    const server = new NotingServer((request, self) => (request.method === 'PUT' ? stale : shop(request, self)));
    await expect(run({ scenario: 'cancel-refused', mode: 'granular' }, server)).rejects.toThrow('409 courier-busy');
  });

  it('accepts tickets all at the same time, each at the version that was listed', async () => {
    const { server } = await run({ scenario: 'accept-tickets', mode: 'granular' });
    expect(server.requests.map(({ dependsOn, headers }) => [dependsOn, conditions(headers).seen])).toEqual([
      [[], '"1"'],
      [[], '"5"'],
    ]);
  });

  it('fails where one of several tickets was refused', async () => {
    const refused = [{ orderId: 'o/1', status: 412, problem: { code: 'stale-version', detail: 'Read it again.' } }];
    const server = new NotingServer(() => ({ body: refused }));
    const failure = await run({ scenario: 'accept-tickets', mode: 'purpose-built' }, server).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ refusal: { code: 'stale-version' }, httpStatus: 412 });
  });
});

function conditions(headers: Headers) {
  return { key: headers.get('idempotency-key'), seen: headers.get('if-match') };
}
