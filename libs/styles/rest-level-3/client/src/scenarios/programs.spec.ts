import {
  CLIENT_MODES,
  isApplicable,
  NotOfferedError,
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

/** What was shown before is not recorded, and may be read as a whole. */
function previousScreen() {
  const server = new NotingServer(shop);
  const { baseUrl } = server.context;
  const fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const request = { ...NOTHING_SENT, path: String(url).slice(baseUrl.length), headers: new Headers(init.headers) };
    const { status = 200, body } = shop(request, server);
    const type = status < 400 ? 'application/prs.hal-forms+json' : 'application/problem+json';
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  };
  return { baseUrl, fetch: fetch as typeof globalThis.fetch };
}

const NOTHING_SENT = { n: 0, label: '', dependsOn: [], method: 'GET', body: undefined };

async function arrived({ scenario, mode }: Plan, task: object = TASKS[scenario]) {
  const programs = programsOf(scenario);
  const program = programs[mode];
  if (!isApplicable(program)) throw new Error(program.notApplicable);
  return { program, held: await programs.arrive(previousScreen(), task) };
}

async function run(plan: Plan, server = new NotingServer(shop)) {
  const { program, held } = await arrived(plan);
  return { server, held, view: await program.run(server.context, held) };
}

async function asked(scenario: ScenarioId, mode: ClientMode): Promise<string[]> {
  const { server } = await run({ scenario, mode });
  return server.requests.map(({ dependsOn, method, path }) => [...dependsOn, method, path].join(' '));
}

describe('a client program of level 3', () => {
  // In a shop with other addresses than ours: it follows links and submits forms, and nothing else.
  it.each(PROGRAMS)('gets to what the scenario is about by what is offered: $scenario $mode', async (plan) => {
    const { server, view } = await run(plan);
    expect(view).toEqual(VIEWS[plan.scenario]);
    expect([...server.unread]).toEqual([]);
    expect(plan.program.knows.addresses).toEqual([]);
  });

  it.each(PROGRAMS)('names the fields that it fills in, and what it was shown: $scenario $mode', async (plan) => {
    const { server, held } = await run(plan);
    const { names } = plan.program.knows;
    const fields = server.requests.flatMap(({ body }) =>
      Object.keys(body ?? {}).map((name) => name.replace(/^.*\./, '')),
    );
    expect(names).toEqual(expect.arrayContaining(fields.filter((name) => !SENT_BACK.includes(name))));
    const shown = [held, ...server.answers.map(({ body }) => body)].flatMap(wordsIn);
    const missed = names.filter((name) => !shown.includes(name));
    expect(missed).toEqual(plan.scenario === 'cancel-refused' ? [TOLD_BY_ITS_ABSENCE] : []);
  });

  it.each(PROGRAMS)('needs the answers that it says it needs, and no others: $scenario $mode', async (plan) => {
    const { requests } = (await run(plan)).server;
    const { program, held } = await arrived(plan);
    for (const { n, label } of requests) {
      const { promise: until, resolve: release } = Promise.withResolvers<void>();
      const server = new NotingServer(shop, { n, until });
      const running = program.run(server.context, held);
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

const HEEDS_ITEMS_ALONE = new Headers({ prefer: 'transclude="item"' });

/** Filled in by the server, and sent back unread. */
const SENT_BACK = ['version', 'expectedVersion', 'idempotencyKey'];

const TOLD_BY_ITS_ABSENCE = 'cancelOrder';

/** Everything here is answered at once: what is still outstanding one turn later waits for what is held back. */
function allElseDone(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** Names of members and of fields, whole and by their parts, and texts. */
function wordsIn(shown: unknown): string[] {
  if (typeof shown === 'string') return [shown, ...shown.split('.')];
  if (typeof shown !== 'object' || shown === null) return [];
  return Object.entries(shown).flatMap(([name, value]) => [name, ...wordsIn(value)]);
}

describe('what is asked at level 3', () => {
  it('is, of an order’s parts, first the order, which says where they are', async () => {
    expect(await asked('order-details', 'granular')).toEqual([
      'GET /a/o1',
      '1 GET /d/o1',
      '1 GET /c/o1',
      '1 GET /e/o1',
      '1 GET /f/ann',
      '1 GET /g/luigi',
      '2 GET /h/dana',
    ]);
    expect(await asked('order-details', 'purpose-built')).toEqual(['GET /b/o1']);
  });

  it('is, where what belongs together is wanted together, one thing with what its links lead to', async () => {
    const details = await run({ scenario: 'order-details', mode: 'composed' });
    expect(details.server.requests.map(({ path, headers }) => [path, headers.get('prefer')])).toEqual([
      ['/a/o1', 'transclude="rungs:ticket;rungs:delivery;rungs:bill;rungs:consumer;rungs:restaurant;rungs:courier"'],
    ]);
    const history = await run({ scenario: 'order-history', mode: 'composed' });
    expect(history.server.requests.map(({ path, headers }) => [path, headers.get('prefer')])).toEqual([
      ['/a?consumerId=ann&limit=3', 'transclude="item;rungs:restaurant;rungs:delivery"'],
    ]);
  });

  it.each(['order-details', 'order-history'] as const)(
    'fails where a wanted part did not come: %s',
    async (scenario) => {
      const deaf = new NotingServer((request, self) => shop({ ...request, headers: HEEDS_ITEMS_ALONE }, self));
      await expect(run({ scenario, mode: 'composed' }, deaf)).rejects.toThrow(/lacks/);
    },
  );

  it('is, of a history, each restaurant once, and each order’s delivery', async () => {
    expect(await asked('order-history', 'granular')).toEqual([
      'GET /a?consumerId=ann&limit=3',
      '1 GET /g/luigi',
      '1 GET /g/mei',
      '1 GET /d/o1',
      '1 GET /d/o2',
      '1 GET /d/o3',
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

describe('what is changed at level 3', () => {
  it('fills a basket by the form that each answer brings, and what a form came with goes back', async () => {
    const { server } = await run({ scenario: 'order-dishes', mode: 'granular' });
    expect(server.requests.map(({ dependsOn, body }) => ({ dependsOn, body }))).toEqual([
      { dependsOn: [], body: { menuItemId: 'dish/1', quantity: 2, idempotencyKey: 'add-0' } },
      { dependsOn: [1], body: { menuItemId: 'dish/2', quantity: 1, idempotencyKey: 'add-1' } },
      { dependsOn: [2], body: { paymentToken: 'tok_visa', version: '6', idempotencyKey: 'order-2' } },
    ]);
  });

  it('cancels by the form of the order, and asks nothing where there is none', async () => {
    expect(await asked('cancel-allowed', 'granular')).toEqual(['GET /a/new', '1 PUT /a/new/no']);
    expect(await asked('cancel-refused', 'granular')).toEqual(['GET /a/old']);
  });

  it('says how it came to know where the form was there and the order was not cancelled', async () => {
    const tooLate = { status: 409, body: { code: 'order-not-cancellable', detail: 'Too late.' } };
    const server = new NotingServer((request, self) =>
      request.method === 'PUT' ? tooLate : shop({ ...request, path: '/a/new' }, self),
    );
    const { view } = await run({ scenario: 'cancel-refused', mode: 'granular' }, server);
    expect(view).toEqual({ state: 'APPROVED', cancelled: false, learned: 'refused when tried' });
  });

  it('sends nothing for an order that was to be cancelled and has no form for it', async () => {
    const server = new NotingServer((request, self) => shop({ ...request, path: '/a/old' }, self));
    await expect(run({ scenario: 'cancel-allowed', mode: 'granular' }, server)).rejects.toBeInstanceOf(NotOfferedError);
    expect(server.requests).toHaveLength(1);
  });

  it('accepts each of several tickets by the form that came with it in the list, all at the same time', async () => {
    const { server } = await run({ scenario: 'accept-tickets', mode: 'granular' });
    expect(server.requests.map(({ n, dependsOn, method, path }) => [n, dependsOn, `${method} ${path}`])).toEqual([
      [1, [], 'PUT /c/t5/yes'],
      [2, [], 'PUT /c/t4/yes'],
      [3, [], 'PUT /c/t3/yes'],
    ]);
  });

  it('accepts several by the form of each page that has some, and leaves the rows of all others out', async () => {
    const { server } = await run({ scenario: 'accept-tickets', mode: 'purpose-built' });
    const { readyBy } = TASKS['accept-tickets'];
    expect(server.requests.map(({ dependsOn, body }) => ({ dependsOn, body }))).toEqual([
      {
        dependsOn: [],
        body: {
          'tickets.1.orderId': 't3',
          'tickets.1.expectedVersion': '2',
          'tickets.1.readyBy': readyBy,
          'tickets.2.orderId': 't4',
          'tickets.2.expectedVersion': '3',
          'tickets.2.readyBy': readyBy,
          idempotencyKey: 'tickets-t2-t3-t4',
        },
      },
      {
        dependsOn: [],
        body: {
          'tickets.0.orderId': 't5',
          'tickets.0.expectedVersion': '1',
          'tickets.0.readyBy': readyBy,
          idempotencyKey: 'tickets-t5',
        },
      },
    ]);
  });

  it('fails where one of several tickets was refused', async () => {
    const problem = { code: 'stale-version', detail: 'Read it again.' };
    const refused = { body: { _embedded: { item: [{ orderId: 't3', status: 412, problem }] } } };
    const plan = { scenario: 'accept-tickets', mode: 'purpose-built' } as const;
    const failure = await run(plan, new NotingServer(() => refused)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ refusal: { code: 'stale-version' }, httpStatus: 412 });
  });

  it('does not begin when the list lacks a ticket', async () => {
    const task = { ...TASKS['accept-tickets'], tickets: [{ orderId: 'elsewhere', version: 1 }] };
    const plan = { scenario: 'accept-tickets', mode: 'granular' } as const;
    await expect(arrived(plan, task)).rejects.toThrow('The list lacks a ticket');
  });
});
