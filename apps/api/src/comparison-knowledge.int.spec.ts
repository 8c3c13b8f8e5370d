import { STYLE_CLIENTS } from '@rungs/clients';
import type { Repeat } from '@rungs/measure';
import {
  AS_SEEN,
  BASKET_FIRST,
  DELIVERY_BY_ORDER,
  HOME,
  isApplicable,
  NEWEST_FIRST,
  PARTS_BY_ORDER,
  type PriorKnowledge,
} from '@rungs/scenarios';
import {
  MeasuredServer,
  programsOf,
  SCENARIO_IDS,
  serveStyle,
  type ProgramName,
  type ServedStyle,
} from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const PROGRAMS = programsOf(STYLE_CLIENTS);
const knowing = PROGRAMS.filter((name) => knownTo(name).addresses.length > 0);
const linked = PROGRAMS.filter((name) => knownTo(name).addresses.length === 0);

let served: ServedStyle;
let server: MeasuredServer;

beforeAll(async () => {
  served = await serveStyle(STYLE_SERVERS.map(({ module }) => module));
  server = new MeasuredServer(served, STYLE_CLIENTS);
});
afterAll(() => served.close());

function knownTo({ scenario, style, client }: ProgramName): PriorKnowledge {
  const program = STYLE_CLIENTS.find((entry) => entry.style === style)?.scenarios[scenario][client];
  if (!program || !isApplicable(program)) throw new Error(`${style} has no ${client} program for ${scenario}.`);
  return program.knows;
}

/** What a message of GraphQL is made of where it is an address: as of one in a body, no client has it to itself. */
const OF_A_GET = new Set(['documentId', 'variables']);

/** Whether an address is one that a template (RFC 6570, levels 1 and `{?…}`) may stand for. */
function isOf(template: string, url: string): boolean {
  const [path = '', query = ''] = url.split('?', 2);
  const [, names = ''] = /\{\?([^}]*)\}/.exec(template) ?? [];
  const literal = template.replace(/\{\?[^}]*\}/, '').split(/\{[^}]*\}/);
  const pattern = literal.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]+');
  return (
    new RegExp(`^${pattern}$`).test(path) &&
    [...new URLSearchParams(query).keys()].every((name) => names.split(',').includes(name) || OF_A_GET.has(name))
  );
}

describe('templates', () => {
  it.each([
    ['/level2/orders/{orderId}', '/level2/orders/7', true],
    ['/level2/orders/{orderId}', '/level2/orders/7/details', false],
    ['/level2/orders/{orderId}', '/level2/orders/7?fields=state', false],
    ['/level2/orders{?consumerId,limit}', '/level2/orders?limit=20&consumerId=1', true],
    ['/level2/orders{?consumerId,limit}', '/level2/orders?after=x', false],
    ['/graphql', '/graphql?documentId=sha256:0&variables=%7B%7D', true],
    ['/graphql', '/graphql?query=%7B%7D', false],
    ['/level0', '/level0', true],
    ['/level0', '/level00', false],
  ])('%s and %s', (template, url, fits) => {
    expect(isOf(template, url)).toBe(fits);
  });
});

describe('the addresses in a client’s code', () => {
  it.each(knowing)('are those that it asks, all of them and no other: $scenario $style $client', async (name) => {
    const templates = knownTo(name).addresses;
    const urls = (await server.run(name)).exchanges.map(({ url }) => url);
    expect(urls.filter((url) => !templates.some((template) => isOf(template, url)))).toEqual([]);
    expect(templates.filter((template) => !urls.some((url) => isOf(template, url)))).toEqual([]);
  });

  it.each(linked)('are none where it follows what it was given: $scenario $style $client', async (name) => {
    const { exchanges } = await server.run(name);
    expect(exchanges.filter((exchange) => exchange.dependsOn.length > 0 && !isGiven(exchange, exchanges))).toEqual([]);
  });

  it('are missing in level 3 alone', () => {
    expect(new Set(linked.map(({ style }) => style))).toEqual(new Set(['rest-level-3']));
  });
});

/** What a style's messages are made of, whatever is asked: part of the style, and not of what one client knows. */
const OF_THE_MESSAGE = new Set(['jsonrpc', 'id', 'method', 'params', 'action', 'query', 'variables']);

function memberNames(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(memberNames);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...memberNames(member)]);
}

/** What a client of level 2 chose of an answer, by the names that this takes. */
function chosenNames(url: string): readonly string[] {
  const parameters = new URLSearchParams(url.split('?', 2)[1]);
  return ['expand', 'fields'].flatMap((name) => parameters.get(name)?.split(/[,.]/) ?? []);
}

describe('the names in a client’s code', () => {
  it.each(knowing)('are all that it sends: $scenario $style $client', async (name) => {
    const { exchanges } = await server.run(name);
    const sent = exchanges.flatMap(({ url, requestBody }) => {
      if (requestBody === null) return chosenNames(url);
      const message = JSON.parse(requestBody) as { readonly query?: string; readonly variables?: object };
      if (message.query === undefined) return memberNames(message);
      // Variables go by names of the client's own; what is in them does not.
      return memberNames(Object.values(message.variables ?? {}));
    });
    const { names } = knownTo(name);
    expect(sent.filter((member) => !OF_THE_MESSAGE.has(member) && !names.includes(member))).toEqual([]);
  });
});

describe('rules of the domain that clients copy', () => {
  const RULES: readonly string[] = [PARTS_BY_ORDER, DELIVERY_BY_ORDER, NEWEST_FIRST, BASKET_FIRST, AS_SEEN, HOME];
  /** Links say where an order's parts are, and a form carries the version that was seen. */
  const TOLD_BY_CONTROLS: readonly string[] = [PARTS_BY_ORDER, DELIVERY_BY_ORDER, AS_SEEN];

  it.each(SCENARIO_IDS)('are the same whatever the style, but for those that controls tell: %s', (scenario) => {
    const rulesOf = (style: ProgramName['style']) =>
      RULES.filter((rule) => knownTo({ scenario, style, client: 'granular' }).rules.includes(rule));
    const rules = rulesOf('rest-level-0');
    expect(STYLE_CLIENTS.map(({ style }) => [style, rulesOf(style)])).toEqual(
      STYLE_CLIENTS.map(({ style }) => [
        style,
        style === 'rest-level-3' ? rules.filter((rule) => !TOLD_BY_CONTROLS.includes(rule)) : rules,
      ]),
    );
  });

  it('are some, where clients put together what belongs together', () => {
    const known = SCENARIO_IDS.flatMap(
      (scenario) => knownTo({ scenario, style: 'rest-level-0', client: 'granular' }).rules,
    );
    expect(RULES.filter((rule) => !known.includes(rule))).toEqual([]);
  });
});

/** One of the answers that it needed said where to go on. */
function isGiven({ url, dependsOn }: Repeat['exchanges'][number], exchanges: Repeat['exchanges']): boolean {
  const [path = ''] = url.split('?', 1);
  return exchanges.some(({ n, responseBody }) => dependsOn.includes(n) && responseBody?.includes(`${path}`));
}
