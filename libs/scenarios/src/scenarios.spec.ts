import { PERSONA_NAMES, PERSONAS } from '@rungs/application';
import { describe, expect, it } from 'vitest';
import { isScenarioId, SCENARIOS, type ScenarioId } from './scenarios.ts';
import type { Scenario, Stage } from './scenario.ts';
import { STYLE_IDS, type StyleClient } from './style-client.ts';

const PLACED_AT = '2026-11-22T12:00:00.000Z';

/** A world of orders behind everybody's client, which notes who asked for what. */
class FakeStage implements Stage {
  readonly calls: string[] = [];
  readonly states = new Map<string, string>();
  #basketVersion = 3;
  #basketLines = 1;
  /** Operations that fail, by what they are called for. */
  readonly broken = new Set<string>();

  async as(persona: string): Promise<StyleClient> {
    const note = (operation: string): void => void this.calls.push(`${persona} ${operation}`);
    const basket = () => ({ version: this.#basketVersion, lines: Array.from({ length: this.#basketLines }) });
    const change = (id: string, state: string) => {
      this.states.set(id, state);
      return { id, state, version: 1, placedAt: PLACED_AT, restaurantId: PERSONAS.luigi.restaurantId };
    };
    const client = {
      getBasket: async () => basket(),
      clearBasket: async ({ expectedVersion }: { expectedVersion: number }) => {
        note('clearBasket');
        expect(expectedVersion).toBe(this.#basketVersion);
        this.#basketLines = 0;
        return basket();
      },
      addToBasket: async () => {
        note('addToBasket');
        this.#basketVersion += 1;
        this.#basketLines += 1;
        return basket();
      },
      checkoutBasket: async ({ expectedVersion }: { expectedVersion: number }) => {
        note('checkoutBasket');
        expect(expectedVersion).toBe(this.#basketVersion);
        this.#basketLines = 0;
        return change(`order ${this.states.size + 1}`, 'APPROVED');
      },
      getOrder: async ({ orderId }: { orderId: string }) => ({ ...change(orderId, this.states.get(orderId) ?? '') }),
      listOrders: async () => ({
        items: [...this.states].reverse().map(([id, state]) => change(id, state)),
        page: {},
      }),
      getTicket: async ({ orderId }: { orderId: string }) => {
        if (this.broken.has(`getTicket ${orderId}`)) throw new Error('The kitchen is on fire.');
        return { version: 7 };
      },
      acceptTicket: async (input: { orderId: string; expectedVersion: number; readyBy: string }) => {
        note('acceptTicket');
        expect(input).toEqual({ orderId: input.orderId, expectedVersion: 7, readyBy: '2026-11-22T12:30:00.000Z' });
        return change(input.orderId, 'ACCEPTED');
      },
      cancelOrder: async ({ orderId }: { orderId: string }) => {
        note('cancelOrder');
        if (this.broken.has(`cancelOrder ${orderId}`)) throw new Error(`${orderId} cannot be cancelled.`);
        return change(orderId, 'CANCELLED');
      },
    };
    return client as unknown as StyleClient;
  }
}

const ALL = Object.values(SCENARIOS) as readonly Scenario[];
const CHANGING = ALL.filter(({ finish }) => finish);

describe('the scenarios', () => {
  it('are known by their ids', () => {
    expect(Object.keys(SCENARIOS)).toEqual(ALL.map(({ id }) => id));
    expect(isScenarioId('order-details')).toBe(true);
    expect(isScenarioId('toString')).toBe(false);
  });

  it.each(ALL)('$id is told to people, and done by people of the demo data', ({ question, holds, personas }) => {
    expect(question).toMatch(/\?$/);
    expect(holds).not.toBe('');
    expect(PERSONA_NAMES).toEqual(expect.arrayContaining([...personas]));
  });

  it('declare their outcome for every style where styles differ', () => {
    const declared = ALL.flatMap(({ outcomes }) => (outcomes ? [Object.keys(outcomes.declared)] : []));
    expect(declared).toEqual([[...STYLE_IDS]]);
  });
});

describe('a scenario that changes something', () => {
  it.each(CHANGING)('$id has no second visit, and leaves nobody’s order open', async (scenario) => {
    const stage = new FakeStage();
    const task = await scenario.prepare(stage);
    await scenario.meanwhile?.happen(stage, task);
    expect(scenario.secondVisit).toHaveProperty('notApplicable');
    if (scenario.id === 'order-dishes') stage.states.set('order of the client', 'APPROVED');
    await scenario.finish?.(stage, task);
    expect(stage.states.size).toBeGreaterThan(0);
    expect(new Set(stage.states.values())).toEqual(new Set(['CANCELLED']));
    expect((await (await stage.as('bob')).getBasket({ consumerId: '', restaurantId: '' })).lines).toEqual([]);
  });

  it('takes back what has not moved on, and leaves the rest alone', async () => {
    const stage = new FakeStage();
    const task = await SCENARIOS['cancel-allowed'].prepare(stage);
    stage.states.set(task.orderId, 'DELIVERED');
    await SCENARIOS['cancel-allowed'].finish?.(stage, task);
    expect(stage.states.get(task.orderId)).toBe('DELIVERED');
  });

  it('takes no order back but the one that its client placed', async () => {
    const stage = new FakeStage();
    stage.states.set('an order from before', 'APPROVED');
    const { prepare, finish } = SCENARIOS['order-dishes'];
    await finish?.(stage, await prepare(stage));
    expect([...stage.states.values()]).toEqual(['APPROVED']);
  });

  it('leaves none of several orders open where it could not prepare all that is about them', async () => {
    const stage = new FakeStage();
    stage.broken.add('getTicket order 2');
    await expect(SCENARIOS['accept-tickets'].prepare(stage)).rejects.toThrow('on fire');
    expect([...stage.states.values()]).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  });

  it('takes back what it can of several orders, and says that it could not take back all', async () => {
    const stage = new FakeStage();
    const { prepare, finish } = SCENARIOS['accept-tickets'];
    const task = await prepare(stage);
    stage.broken.add('cancelOrder order 1');
    await expect(finish?.(stage, task)).rejects.toThrow('order 1 cannot be cancelled');
    expect([...stage.states.values()]).toEqual(['APPROVED', 'CANCELLED', 'CANCELLED']);
  });

  it('has the kitchen accept while the client waits', async () => {
    const stage = new FakeStage();
    const { prepare, meanwhile } = SCENARIOS['poll-order'];
    const task = await prepare(stage);
    await meanwhile?.happen(stage, task);
    expect(stage.calls).toContain('luigi acceptTicket');
    expect(stage.states.get(task.orderId)).toBe('ACCEPTED');
  });

  it('hands over as many tickets as the screen accepts, with the promise that the kitchen makes', async () => {
    const task = await SCENARIOS['accept-tickets'].prepare(new FakeStage());
    expect(task.tickets.map(({ version }) => version)).toEqual([7, 7, 7]);
    expect(new Set(task.tickets.map(({ orderId }) => orderId)).size).toBe(3);
    expect(task.readyBy).toBe('2026-11-22T12:30:00.000Z');
  });
});

describe('scenarios that only read', () => {
  const reading: readonly ScenarioId[] = [
    'order-details',
    'order-history',
    'restaurant-list',
    'menu-twice',
    'cancel-refused',
  ];

  it.each(reading)('%s asks nobody to prepare anything', async (id) => {
    const stage = new FakeStage();
    await SCENARIOS[id].prepare(stage);
    expect(SCENARIOS[id].finish).toBeUndefined();
    expect(stage.calls).toEqual([]);
  });
});
