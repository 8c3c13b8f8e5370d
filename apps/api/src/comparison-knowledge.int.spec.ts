import { STYLE_CLIENTS } from '@rungs/clients';
import type { Repeat } from '@rungs/measure';
import { isApplicable } from '@rungs/scenarios';
import { MeasuredServer, programsOf, serveStyle, type ProgramName, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const PROGRAMS = programsOf(STYLE_CLIENTS);
const knowing = PROGRAMS.filter((name) => addressesOf(name).length > 0);
const linked = PROGRAMS.filter((name) => addressesOf(name).length === 0);

let served: ServedStyle;
let server: MeasuredServer;

beforeAll(async () => {
  served = await serveStyle(STYLE_SERVERS.map(({ module }) => module));
  server = new MeasuredServer(served, STYLE_CLIENTS);
});
afterAll(() => served.close());

function addressesOf({ scenario, style, client }: ProgramName): readonly string[] {
  const program = STYLE_CLIENTS.find((entry) => entry.style === style)?.scenarios[scenario][client];
  return program && isApplicable(program) ? program.knows.addresses : [];
}

/** Whether an address is one that a template (RFC 6570, levels 1 and `{?…}`) may stand for. */
function isOf(template: string, url: string): boolean {
  const [path = '', query = ''] = url.split('?', 2);
  const [, names = ''] = /\{\?([^}]*)\}/.exec(template) ?? [];
  const literal = template.replace(/\{\?[^}]*\}/, '').split(/\{[^}]*\}/);
  const pattern = literal.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]+');
  return (
    new RegExp(`^${pattern}$`).test(path) &&
    [...new URLSearchParams(query).keys()].every((name) => names.split(',').includes(name))
  );
}

describe('templates', () => {
  it.each([
    ['/level2/orders/{orderId}', '/level2/orders/7', true],
    ['/level2/orders/{orderId}', '/level2/orders/7/details', false],
    ['/level2/orders/{orderId}', '/level2/orders/7?fields=state', false],
    ['/level2/orders{?consumerId,limit}', '/level2/orders?limit=20&consumerId=1', true],
    ['/level2/orders{?consumerId,limit}', '/level2/orders?after=x', false],
    ['/level0', '/level0', true],
    ['/level0', '/level00', false],
  ])('%s and %s', (template, url, fits) => {
    expect(isOf(template, url)).toBe(fits);
  });
});

describe('the addresses in a client’s code', () => {
  it.each(knowing)('are those that it asks, all of them and no other: $scenario $style $client', async (name) => {
    const templates = addressesOf(name);
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

/** One of the answers that it needed said where to go on. */
function isGiven({ url, dependsOn }: Repeat['exchanges'][number], exchanges: Repeat['exchanges']): boolean {
  const [path = ''] = url.split('?', 1);
  return exchanges.some(({ n, responseBody }) => dependsOn.includes(n) && responseBody?.includes(`${path}`));
}
