import { OPERATIONS, type OperationName } from '@rungs/application';
import { subjectOf, type Actor, type Role } from '@rungs/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Crawl } from '../spec/crawler.ts';
import { fieldsOf, operationOf, sent } from '../spec/form-input.ts';
import { ServedWorld } from '../spec/served-world.ts';
import { readsIn, trialsIn, type Trial } from '../spec/trials.ts';
import type { HalDocument } from '../spec/walk.ts';
import type { FormProperty } from './forms.ts';
import { OPERATION_HANDLERS } from './operations.ts';

// What is advertised is true: whatever a link leads to is there, whatever a form offers succeeds, and what nobody was
// offered does not. In a world that has everything in each of its states, for everybody in it.

const { world, people } = ServedWorld;
const TRIALS = trialsIn(world);
const ROLES: readonly Role[] = ['anonymous', 'consumer', 'restaurant', 'courier', 'support'];
const LONG_MS = 300_000;

let held: ServedWorld;
const told: string[] = [];

beforeAll(async () => {
  held = await ServedWorld.open();
}, LONG_MS);
afterAll(async () => {
  await held.close();
  expect(held.served.defects).toEqual([]);
  process.stdout.write(`${told.join('\n')}\n`);
});

describe('what is advertised', () => {
  it.each(people)('is there, wherever a link or a template leads: %s', (who) => {
    const { statuses, expanded, forms } = held.crawlOf(who);
    expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
    expect(expanded).toBeGreaterThan(5);
    const names = [...new Set(forms.map(({ name }) => operationOf(name)))].toSorted();
    told.push(
      `${who}: ${statuses.size} addresses read, ${expanded} of them made from templates; forms: ${forms.length} (${names.join(', ') || 'none'})`,
    );
  });

  it.each(people)('HAL §4.1.2: is embedded whole, with links and forms, as its own address says it: %s', (who) => {
    const { embedded, documents } = held.crawlOf(who);
    for (const { within, self, part } of embedded) {
      expect(shownOf(part), `${self} within ${within}`).toEqual(shownOf(documents.get(self)));
    }
    expect(embedded.length).toBeGreaterThan(10);
  });

  it.each(people)('HAL-FORMS §3: is a form that can be shown and checked without knowing what it does: %s', (who) => {
    for (const { name, form } of held.crawlOf(who).forms) {
      expect(form, name).toMatchObject({ title: expect.stringMatching(/./), contentType: 'application/json' });
      expect(['POST', 'PUT', 'PATCH', 'DELETE']).toContain(form.method);
      for (const property of form.properties) expect(mistakesIn(property), `${name}: ${property.name}`).toEqual([]);
    }
  });

  it.each(people)(
    'succeeds, each form of it, sent as it came but for what a person fills in: %s',
    async (who) => {
      const ask = await held.asking(who);
      for (const { at, name, form } of held.crawlOf(who).forms) {
        const answer = await sent(ask, form.method, form.target, await fieldsOf(name, form, ask, rowIn(form)));
        expect(answer.ok, `${name} at ${at}: ${answer.status} ${await answer.text()}`).toBe(true);
        await held.begin();
      }
    },
    LONG_MS,
  );

  it('is every operation that changes something, to somebody in some state', () => {
    const offered = people.flatMap((who) => held.crawlOf(who).forms.map(({ name }) => operationOf(name)));
    const changes = (Object.keys(OPERATIONS) as OperationName[]).filter(
      (name) => OPERATIONS[name].kind === 'write' && !('notOffered' in OPERATION_HANDLERS[name]),
    );
    expect([...new Set(offered)].toSorted()).toEqual(changes.toSorted());
  });

  it('RFC 8288 §3.3: is of each list its own address, its first page, and how to search it, and what it holds', () => {
    const lists = people.flatMap((who) =>
      [...held.crawlOf(who).documents].filter(([, { _links }]) => _links?.['first']),
    );
    for (const [href, { _links = {}, _embedded = {} }] of lists) {
      expect(Object.keys(_links), href).toEqual(expect.arrayContaining(['self', 'first', 'search']));
      expect(_links['self'], href).toEqual({ href });
      expect(Boolean(_links['item']) !== Boolean(_embedded['item']), `${href} links or embeds`).toBe(true);
    }
    const neighbours = lists.flatMap(([, { _links = {} }]) => Object.keys(_links));
    expect(neighbours).toEqual(expect.arrayContaining(['next', 'prev']));
    expect(lists.length).toBeGreaterThan(50);
  });
});

describe('what is not advertised', () => {
  const isOffered = (who: string, { operation, method, href }: Trial): boolean =>
    held
      .crawlOf(who)
      .forms.some(
        ({ name, form }) => operationOf(name) === operation && form.method === method && form.target === href,
      );

  /** Couriers of other orders are all alike: one of them stands for them. */
  const isTriedBy = (who: string, { courierId }: Trial): boolean =>
    !/^courier [2-9]/.test(who) || subjectOf(world.actors.get(who) as Actor) === `courier:${courierId}`;

  it(
    'does not succeed, whoever sends it, whatever state it is in, and changes nothing',
    async () => {
      const succeeded: string[] = [];
      const answers: string[] = [];
      let offered = 0;
      for (const who of people) {
        const ask = await held.asking(who);
        for (const trial of TRIALS.filter((each) => isTriedBy(who, each))) {
          if (isOffered(who, trial)) {
            offered += 1;
            continue;
          }
          const { operation, method, href, fields, state } = trial;
          const answer = await sent(ask, method, href, fields);
          answers.push(String(answer.status));
          const what = `${operation}: ${state}: ${who}`;
          if (answer.ok) {
            succeeded.push(what);
            await answer.body?.cancel();
            if (UNOFFERED[what] !== HOLDS) await held.begin();
            continue;
          }
          expect(['401', '403', '404', '409'], what).toContain(String(answer.status));
          const { code } = (await answer.json()) as { code: string };
          expect(OPERATIONS[operation].refusals, what).toContain(code);
        }
        await held.expectUnchanged();
      }
      expect(succeeded.toSorted()).toEqual(Object.keys(UNOFFERED).toSorted());
      const statuses = [...new Set(answers)].toSorted();
      const counts = statuses.map((status) => `${answers.filter((each) => each === status).length} × ${status}`);
      const states = [...new Set(TRIALS.map(({ state }) => state))];
      told.push(
        `${offered + answers.length} combinations of ${states.length} states, ${people.length} people and ` +
          `${new Set(TRIALS.map(({ operation }) => operation)).size} operations: ${offered} offered, ` +
          `${answers.length} not, which answered ${counts.join(', ')}`,
        `The states: ${states.join('; ')}`,
      );
    },
    LONG_MS,
  );
});

describe('what nobody is led to', () => {
  it(
    'is not to be seen by them either, but for what only bookmarks lead to',
    async () => {
      const unled = new Set<string>();
      const counts = { led: 0, refused: 0 };
      for (const who of people) {
        const ask = await held.asking(who);
        const { statuses } = held.crawlOf(who);
        for (const { operation, href } of readsIn(world)) {
          if (statuses.get(href) === 200) {
            counts.led += 1;
            continue;
          }
          const answer = await ask(href);
          await answer.body?.cancel();
          if (answer.status === 200) unled.add(`${operation}: ${who}`);
          else expect([401, 403, 404], `${operation}: ${who}: ${href}`).toContain(answer.status);
          if (answer.status !== 200) counts.refused += 1;
        }
      }
      expect([...unled].toSorted()).toEqual(Object.keys(BOOKMARKED).toSorted());
      told.push(`${counts.led} things that people are led to, ${counts.refused} that they are not, and do not see`);
    },
    LONG_MS,
  );

  it.each(ROLES)('is no kind of thing that they may see: %s', (role) => {
    const some = people.filter((who) => world.actors.get(who)?.role === role);
    const met = some.flatMap((who) => [...held.crawlOf(who).statuses.keys()]);
    const missed = (Object.keys(OPERATIONS) as OperationName[]).filter((name) => {
      const { kind, roles } = OPERATIONS[name];
      if (kind !== 'read' || !(roles as readonly Role[]).includes(role)) return false;
      const { path } = OPERATION_HANDLERS[name] as { path: string };
      const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(?:\\?|$)`);
      return !met.some((href) => pattern.test(href));
    });
    // To an import leads the answer that took it in, and nothing else.
    expect(missed.filter((name) => name !== 'getMenuImport')).toEqual([]);
  });
});

const BY_ITS_TEMPLATE = 'The entry point has a template for who holds the ids (rungs:basket).';

/** What no link leads to, and yet is shown, with the reason. */
const BOOKMARKED: Readonly<Record<string, string>> = {
  'getBasket: another consumer': `A restaurant that is closed leads to no basket, since nothing can be ordered there. ${BY_ITS_TEMPLATE}`,
  'getBasket: support': `Everybody has a basket everywhere; an order leads to the one where it was placed. ${BY_ITS_TEMPLATE}`,
};

const HOLDS =
  'A step that already holds as asked, by whoever took it, succeeds again and changes nothing: a PUT or DELETE sent twice ' +
  'because its answer was lost (RFC 9110 §9.2.2). There is nothing left to offer.';
const LINE_OF_ITS_OWN =
  'A form to set a line comes with the line. A dish that is not in the basket is put there by addToBasket, which is ' +
  'offered; that PUT would do the same is what PUT means (RFC 9110 §9.3.4).';

/** What no form offers, and yet succeeds, with the reason why that is no lie. */
const UNOFFERED: Readonly<Record<string, string>> = {
  'assignCourier: delivery, ACCEPTED: support': HOLDS,
  'assignCourier: delivery, PREPARING: support': HOLDS,
  'assignCourier: delivery, READY_FOR_PICKUP: support': HOLDS,
  'cancelOrder: order, CANCELLED by its consumer: its consumer': HOLDS,
  'cancelOrder: order, CANCELLED by support: support': HOLDS,
  'clearBasket: basket, empty: its consumer': HOLDS,
  'deletePhoto: dish, not pictured: its restaurant': HOLDS,
  'deletePhoto: dish, not pictured: support': HOLDS,
  'finishPreparing: ticket, READY_FOR_PICKUP, waiting for a courier: its restaurant': HOLDS,
  'finishPreparing: ticket, READY_FOR_PICKUP: its restaurant': HOLDS,
  'noteDelivered: delivery, DELIVERED, partly refunded: courier 5': HOLDS,
  'noteDelivered: delivery, DELIVERED, refunded: courier 5': HOLDS,
  'noteDelivered: delivery, DELIVERED: courier 5': HOLDS,
  'notePickedUp: delivery, PICKED_UP: courier 4': HOLDS,
  'rejectTicket: ticket, REJECTED: its restaurant': HOLDS,
  'setBasketLine: basket, empty: its consumer': LINE_OF_ITS_OWN,
  'startPreparing: ticket, PREPARING, waiting for a courier: its restaurant': HOLDS,
  'startPreparing: ticket, PREPARING: its restaurant': HOLDS,
};

/** A sheet's rows name tickets that one knows of. */
function rowIn({ properties }: Crawl['forms'][number]['form']): Trial['fields'] {
  const isOpen = properties.some(({ name, type }) => name === 'tickets.0.orderId' && type !== 'hidden');
  const { fields } = TRIALS.find(({ operation }) => operation === 'acceptTickets') as Trial;
  return isOpen ? fields : {};
}

/** Without what is made anew each time, what stands once in a document, and what else came with it. */
function shownOf(document: HalDocument | undefined): unknown {
  if (!document) return undefined;
  const { _embedded, _links: { curies: _curies, ...links } = {}, ...rest } = document;
  const text = JSON.stringify({ ...rest, _links: links });
  return JSON.parse(text, (_name, value: { name?: string } | null) =>
    value?.name === 'idempotencyKey' ? { ...value, value: 'fresh' } : value,
  ) as unknown;
}

const TYPES = ['hidden', 'text', 'textarea', 'number', 'email'];
const OF_TEXTS = ['regex', 'minLength', 'maxLength'] as const;
const OF_NUMBERS = ['min', 'max', 'step'] as const;

/** HAL-FORMS §3.3 and §3.4: what a property may say, and whether it agrees with itself. */
function mistakesIn(property: FormProperty): readonly string[] {
  const { name, prompt, type, value, readOnly, regex, min, max, minLength, maxLength, options, required } = property;
  const number = Number(value);
  const rules: Readonly<Record<string, boolean>> = {
    'has a name, a prompt and a type': name !== '' && prompt !== '' && TYPES.includes(type),
    'has a text for its value': value === undefined || typeof value === 'string',
    'is read only where it is hidden': (type === 'hidden') === (readOnly === true),
    'is filled in where it is hidden': type !== 'hidden' || value !== undefined,
    'limits texts where it is one': type !== 'number' || OF_TEXTS.every((limit) => property[limit] === undefined),
    'limits numbers where it is one': type === 'number' || OF_NUMBERS.every((limit) => property[limit] === undefined),
    'says from where to where a number goes': type !== 'number' || min !== undefined || required !== true,
    'has a value that its limits allow':
      value === undefined ||
      ((regex === undefined || new RegExp(regex, 'u').test(value)) &&
        (type !== 'number' || (number >= (min ?? -Infinity) && number <= (max ?? Infinity))) &&
        value.length >= (minLength ?? 0) &&
        value.length <= (maxLength ?? Infinity)),
    'needs as many of its choices as it is required': !options || (options.minItems === 1) === (required === true),
    'says where its choices are, and what of them is shown and sent':
      !options ||
      ('inline' in options
        ? options.inline.length > 0
        : options.link.href !== '' && options.promptField !== '' && options.valueField !== ''),
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}
