import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ORDERS } from '@rungs/application';
import { blocksOf, createTestDatabase, type EventBlock, type TestDatabase } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  authorizationAt,
  killApplications,
  runApplication,
  START_LIMIT_MS,
  type ApplicationProcess,
} from '../spec/application-process.ts';

let database: TestDatabase;
let directory: string;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'rungs-streams-'));
});
afterEach(killApplications);
afterAll(async () => {
  await database?.drop();
  await rm(directory, { recursive: true, force: true });
});

const start = (settings = {}): ApplicationProcess =>
  runApplication({ DATABASE_URL: database.url, RUNGS_DATA_DIRECTORY: directory, ...settings });

it(
  'follows in one process what happens in another, is not waited for by SIGTERM, and goes on elsewhere without loss',
  async () => {
    const [first, second] = [start(), start()];
    const [here, there] = [await first.ready, await second.ready];
    const order = `/level2/orders/${DEMO_ORDERS.APPROVED}`;
    const follow = async (baseUrl: string, headers = {}): Promise<AsyncIterator<EventBlock>> => {
      const authorization = await authorizationAt(baseUrl, 'ann');
      const answer = await fetch(`${baseUrl}${order}/events`, { headers: { authorization, ...headers } });
      expect(answer.status).toBe(200);
      return blocksOf(answer);
    };
    const nextEvent = async (blocks: AsyncIterator<EventBlock>): Promise<EventBlock | undefined> => {
      for (let next = await blocks.next(); !next.done; next = await blocks.next()) {
        if (next.value.event !== undefined) return next.value;
      }
      return undefined;
    };
    const step = async (path: string, who: string, body: object = {}, etag = '"1"'): Promise<void> => {
      const headers = { authorization: await authorizationAt(there, who), 'content-type': 'application/json' };
      const answer = await fetch(`${there}${path}`, {
        method: 'PUT',
        headers: { ...headers, 'if-match': etag },
        body: JSON.stringify(body),
      });
      expect(answer.status, path).toBe(200);
    };

    const following = await follow(here);
    expect(await nextEvent(following)).toMatchObject({ data: { order: { state: 'APPROVED', version: 1 } } });
    const readyBy = new Date(Date.now() + 3_600_000).toISOString();
    await step(`/level2/tickets/${DEMO_ORDERS.APPROVED}/acceptance`, 'luigi', { readyBy });
    const accepted = await nextEvent(following);
    expect(accepted).toMatchObject({ data: { type: 'acceptTicket', order: { version: 2 } } });

    first.child.kill('SIGTERM');
    expect(await nextEvent(following)).toBeUndefined();
    expect(await first.exitCode).toBe(0);

    await step(`${order}/cancellation`, 'ann', {}, '"2"');
    const again = await follow(there, { 'last-event-id': accepted!.id as string });
    expect(await nextEvent(again)).toMatchObject({ data: { type: 'cancelOrder', order: { version: 3 } } });
    expect(await nextEvent(again)).toEqual({ event: 'end', data: { reason: 'over' } });
  },
  3 * START_LIMIT_MS,
);

it(
  'RFC 6585 §4: EVENT_STREAMS_PER_ACTOR is how many one actor may have open at a time, and one more is 429',
  async () => {
    const baseUrl = await start({ EVENT_STREAMS_PER_ACTOR: '1' }).ready;
    const follow = async (who: string): Promise<Response> =>
      fetch(`${baseUrl}/level2/orders/${DEMO_ORDERS.PICKED_UP}/events`, {
        headers: { authorization: await authorizationAt(baseUrl, who) },
      });
    const first = await follow('ann');
    expect(first.status).toBe(200);
    const refused = await follow('ann');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('1 stream of events') as string });
    expect((await follow('sam')).status).toBe(200);
    await first.body?.cancel();
    await expect.poll(async () => (await follow('ann')).status).toBe(200);
  },
  2 * START_LIMIT_MS,
);
