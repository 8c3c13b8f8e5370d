import { OPERATION_NAMES, OPERATIONS, type InputOf, type OperationName } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';
import { expect, it } from 'vitest';
import { ACTOR_NAMES, actorOf, type Who } from './actors.ts';
import { everyRead, furnish } from './reads.ts';
import { modelAnswer } from './model.ts';
import { SAID_BY_SERVER, type ModelState } from './model-state.ts';
import { seededModel } from './model-seed.ts';
import { Scene } from './scene.ts';
import { STORIES } from './stories.ts';

/** A server that says nothing but what a server must: new ids, and the time. */
class Rehearsal extends Scene {
  constructor(
    model: ModelState,
    private readonly reached: Map<OperationName, Set<RefusalCode | 'success'>>,
  ) {
    super(model);
  }

  override ask<N extends OperationName>(as: Who, operation: N, input: InputOf<N>): Promise<void> {
    const answer = modelAnswer(this.model, actorOf(as), operation, input);
    const codes = this.reached.get(operation) ?? new Set();
    this.reached.set(operation, codes.add('refused' in answer ? answer.refused : 'success'));
    if ('refused' in answer) return Promise.resolve();
    const said = spoken('', answer.outcome);
    answer.adopt?.(said);
    const { id } = said as { id?: string };
    if (operation !== 'importMenu' || id === undefined) return Promise.resolve();
    const { restaurantId } = input as InputOf<'importMenu'>;
    return this.ask(as, 'getMenuImport', { restaurantId, menuImportId: id });
  }
}

let ids = 0;

function spoken(name: string, value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith(SAID_BY_SERVER)) {
    if (/(^a|A)t$/.test(name)) return new Date().toISOString();
    ids += 1;
    return `01900000-0000-7000-8000-${String(ids).padStart(12, '9')}`;
  }
  if (Array.isArray(value)) return value.map((item) => spoken(name, item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([member, held]) => [member, spoken(member, held)]));
}

/** Operations that need not answer `invalid-input`, with the reason. */
const NOTHING_INVALID: Readonly<Record<string, readonly OperationName[]>> = {
  'asks with an id alone, of which a wrong one names nothing': [
    'getConsumer',
    'getRestaurant',
    'getMenu',
    'getMenuItem',
    'getMenuImport',
    'getPhoto',
    'getBasket',
    'getOrder',
    'getOrderDetails',
    'getTicket',
    'getDelivery',
    'getCourier',
    'getBill',
  ],
  'asks with an id and a version alone': [
    'deletePhoto',
    'clearBasket',
    'cancelOrder',
    'startPreparing',
    'finishPreparing',
    'notePickedUp',
    'noteDelivered',
  ],
  'a switch is on or off': ['setOnDuty'],
  'its one limit has a code of its own, ready-by-out-of-range': ['acceptTicket'],
};

it('reach the success of every operation, and every refusal of its own', async () => {
  const reached = new Map<OperationName, Set<RefusalCode | 'success'>>();
  for (const story of Object.values(STORIES)) await story(new Rehearsal(seededModel(), reached));
  const reading = new Rehearsal(seededModel(), reached);
  await furnish(reading);
  for (const { operation, input } of everyRead(reading)) {
    for (const as of ACTOR_NAMES) await reading.ask(as, operation, input);
  }
  const excepted = Object.values(NOTHING_INVALID).flat();
  const unreached = OPERATION_NAMES.flatMap((name) => {
    const limits: readonly RefusalCode[] = excepted.includes(name) ? [] : ['invalid-input'];
    const wanted = ['success', ...OPERATIONS[name].refusals, ...limits] as const;
    return wanted.filter((code) => !reached.get(name)?.has(code)).map((code) => `${name}: ${code}`);
  });
  expect(unreached).toEqual([]);
});
