import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ORDERS } from '@rungs/application';
import { openDataSource, type DataSource } from '@rungs/persistence';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { createClient as createEventStreamClient } from 'graphql-sse';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  authorizationAt,
  killApplications,
  runApplication,
  START_LIMIT_MS,
  type ApplicationProcess,
} from '../spec/application-process.ts';

/** An order of ann's that dana has on the way. */
const ON_THE_WAY = DEMO_ORDERS.PICKED_UP;
const EVENTS = `subscription ($orderId: ID!, $after: ID) {
  orderEvents(orderId: $orderId, after: $after) {
    __typename
    ... on OrderStateChanged { eventId orderState }
    ... on OrderLocationReported { eventId location { lat } }
  }
}`;

interface Event {
  readonly eventId: string;
  readonly orderState?: string;
  readonly location?: { readonly lat: number };
}
interface Answer {
  readonly data?: { readonly orderEvents: Event } | null;
}
type Events = AsyncIterableIterator<Answer>;

let database: TestDatabase;
let dataSource: DataSource;
let directory: string;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
  directory = await mkdtemp(join(tmpdir(), 'rungs-subscriptions-'));
});
const leaving: (() => void)[] = [];
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave();
  await killApplications();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
  await rm(directory, { recursive: true, force: true });
});

const start = (): ApplicationProcess => runApplication({ DATABASE_URL: database.url, RUNGS_DATA_DIRECTORY: directory });

/** With the WebSocket that browsers have as well. */
async function* overWebSocket(baseUrl: string, variables: Record<string, unknown>): AsyncGenerator<Answer> {
  const authorization = await authorizationAt(baseUrl, 'ann');
  const socket = new WebSocket(`${baseUrl.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  leaving.push(() => socket.close());
  const say = (message: object): void => socket.send(JSON.stringify(message));
  for await (const { type, payload } of messagesOf(socket)) {
    if (type === 'open') say({ type: 'connection_init', payload: { authorization } });
    if (type === 'connection_ack') say({ id: '1', type: 'subscribe', payload: { query: EVENTS, variables } });
    if (type === 'next' && payload) yield payload;
    if (type === 'error') throw new Error(JSON.stringify(payload));
  }
}

interface Message {
  readonly type: string;
  readonly payload?: Answer;
}

/** What comes, and before it that there is a connection. */
async function* messagesOf(socket: WebSocket): AsyncGenerator<Message> {
  const come: Message[] = [];
  let isOver = false;
  let more = Promise.withResolvers<void>();
  const wake = (): void => {
    more.resolve();
    more = Promise.withResolvers();
  };
  socket.addEventListener('open', () => (come.push({ type: 'open' }), wake()));
  socket.addEventListener('message', ({ data }) => (come.push(JSON.parse(String(data)) as Message), wake()));
  socket.addEventListener('close', () => ((isOver = true), wake()));
  while (come.length > 0 || !isOver) {
    const message = come.shift();
    if (message) yield message;
    else await more.promise;
  }
}

async function overEventStream(baseUrl: string, variables: Record<string, unknown>): Promise<Events> {
  const client = createEventStreamClient({
    url: `${baseUrl}/graphql`,
    retryAttempts: 0,
    headers: { authorization: await authorizationAt(baseUrl, 'ann') },
  });
  leaving.push(() => client.dispose());
  return client.iterate({ query: EVENTS, variables }) as Events;
}

async function next(events: Events): Promise<Event> {
  const { value } = await events.next();
  return (value as { data: { orderEvents: Event } }).data.orderEvents;
}

it(
  'by both doors of one process everybody is told what happens in another, once and in order, past a cut connection and past the end of their own',
  async () => {
    const [first, second] = [start(), start()];
    const [here, there] = [await first.ready, await second.ready];
    const authorization = await authorizationAt(there, 'dana');
    const ping = async (lat: number): Promise<void> => {
      const query =
        'mutation ($input: ReportLocationInput!) { reportLocation(input: $input) { userErrors { message } } }';
      const input = { orderId: ON_THE_WAY, lat, lon: 12.5 };
      const answer = await fetch(`${there}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables: { input } }),
      });
      expect(await answer.json()).toMatchObject({ data: { reportLocation: { userErrors: [] } } });
    };
    const doors = [overWebSocket, overEventStream] as const;
    const following = await Promise.all(doors.map((follow) => follow(here, { orderId: ON_THE_WAY })));
    for (const events of following) expect(await next(events)).toMatchObject({ orderState: 'PICKED_UP' });

    for (const lat of [41.1, 41.2]) await ping(lat);
    await dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'rungs events'`,
    );
    for (const lat of [41.3, 41.4]) await ping(lat);
    const last: string[] = [];
    for (const events of following) {
      const told = [await next(events), await next(events), await next(events), await next(events)];
      expect(told.map(({ location }) => location?.lat)).toEqual([41.1, 41.2, 41.3, 41.4]);
      expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(4);
      last.push(told[3]!.eventId);
    }

    // Neither door holds up a process that is told to end.
    const ends = following.map((events) => next(events).catch((thrown: unknown) => thrown));
    first.child.kill('SIGTERM');
    await Promise.all(ends);
    expect(await first.exitCode).toBe(0);
    expect(first.output()).not.toMatch(/failed/);

    for (const lat of [41.5, 41.6]) await ping(lat);
    for (const [at, follow] of doors.entries()) {
      const events = await follow(there, { orderId: ON_THE_WAY, after: last[at] });
      expect([(await next(events)).location?.lat, (await next(events)).location?.lat]).toEqual([41.5, 41.6]);
    }
  },
  3 * START_LIMIT_MS,
);
