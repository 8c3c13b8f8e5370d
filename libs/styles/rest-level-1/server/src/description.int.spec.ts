import { OPERATION_NAMES, OPERATIONS, type OperationName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResourceDescription } from './description.ts';
import { ACTIONS } from './level.ts';
import { RestLevel1Module } from './module.ts';

const NOBODYS_ID = '01900000-0000-7000-8000-00000000ffff';

let served: ServedStyle;

beforeAll(async () => {
  served = await serveStyle([RestLevel1Module]);
});
afterAll(async () => {
  expect(served.defects).toEqual([]);
  await served.close();
});

async function tell(path: string, message: object, headers: Record<string, string> = {}): Promise<unknown> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const response = await fetch(`${served.baseUrl}/level1/${path}`, { ...init, body: JSON.stringify(message) });
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return response.json();
}

const describedAt = async (path: string, headers?: Record<string, string>): Promise<ResourceDescription> =>
  ((await tell(path, { action: 'describe' }, headers)) as { result: ResourceDescription }).result;

describe('level 1: a resource that is told to describe', () => {
  it.each(Object.entries(ACTIONS))('%s names its actions, and each of them is one', async (resource, actions) => {
    const path = resource.replaceAll(/:\w+/g, NOBODYS_ID);
    const names = (await describedAt(path)).actions.map(({ action }) => action);
    expect(names).toEqual([...actions, 'describe']);
    // The same that it names when it is asked for what it does not do.
    const refused = await tell(path, { action: 'makeCoffee' });
    expect(refused).toMatchObject({ error: { code: 'operation-unknown', details: { actions: names } } });
  });

  it.each(Object.keys(ACTIONS))(
    '%s says what stands beside each action, but for the ids in its URI',
    async (resource) => {
      const ids = [...resource.matchAll(/:(\w+)/g)].map(([, id = '']) => id);
      const { actions } = await describedAt(resource.replaceAll(/:\w+/g, NOBODYS_ID));
      expect(JSON.stringify(actions)).not.toContain('"$ref"');
      for (const { action, members, errors, roles } of actions) {
        const { properties = {}, required = [] } = members as { properties?: object; required?: readonly string[] };
        expect(Object.keys(properties)).toEqual(expect.arrayContaining([...required]));
        for (const id of ids) expect(properties, action).not.toHaveProperty(id);
        if (!isOperation(action)) continue;
        expect([...errors]).toEqual([...OPERATIONS[action].refusals, 'invalid-input', 'unavailable']);
        expect(roles).toEqual(OPERATIONS[action].roles);
        expect('expectedVersion' in properties, action).toBe(errors.includes('stale-version'));
      }
    },
  );

  it('says the same to everybody, of what there is and of what there is not', async () => {
    const forNobody = await describedAt(`orders/${NOBODYS_ID}`);
    for (const who of ['ann', 'sam'] as const) {
      const authorization = `Bearer ${await served.tokenFor(who)}`;
      expect(await describedAt('orders/01900000-0000-7000-8000-00000000e002', { authorization })).toEqual(forNobody);
    }
  });

  it('describes every operation of the catalogue somewhere', async () => {
    const described = new Set<string>();
    for (const resource of Object.keys(ACTIONS)) {
      const { actions } = await describedAt(resource.replaceAll(/:\w+/g, NOBODYS_ID));
      for (const { action } of actions) described.add(action);
    }
    expect([...described].filter(isOperation).toSorted()).toEqual(OPERATION_NAMES.toSorted());
  });

  it('is told so with a good credential or none, not with a bad one', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer nonsense' } };
    const response = await fetch(`${served.baseUrl}/level1/orders`, { ...init, body: '{"action":"describe"}' });
    expect(response.status).toBe(401);
  });
});

function isOperation(action: string): action is OperationName {
  return OPERATION_NAMES.some((name) => name === action);
}
