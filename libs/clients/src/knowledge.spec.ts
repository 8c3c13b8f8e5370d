import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { StyleEntry } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { ClientSources } from '../spec/client-sources.ts';
import { errorsIn, knowledgeErrors, placesIn, programsOf } from '../spec/knowledge-check.ts';
import { STYLE_CLIENTS } from './styles.ts';

const styles = resolve(import.meta.dirname, '../../styles');

function sourcesOf(style: string): ClientSources {
  const folder = join(styles, style, 'client/src');
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new ClientSources(
    Object.fromEntries(
      files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')] as const),
    ),
  );
}

const places = placesIn(
  STYLE_CLIENTS.flatMap(({ scenarios }) => programsOf(scenarios).flatMap(({ knows }) => knows.addresses)),
);

/** The styles whose messages name operations as the catalogue does; elsewhere such a name is only for people. */
const CALLING_BY_NAME: readonly string[] = ['rest-level-0', 'rest-level-1'];

describe('what a program says that it knows', () => {
  it.each(STYLE_CLIENTS)('is what it has in its code: $style', (entry) => {
    const catalogue = Object.keys(entry.connect({ baseUrl: '', fetch }));
    const operations = new Set(CALLING_BY_NAME.includes(entry.style) ? catalogue : []);
    expect(knowledgeErrors(entry, sourcesOf(entry.style), { places, operations })).toEqual([]);
  });

  it('is held against every program, and tells addresses of every style', () => {
    const programs = STYLE_CLIENTS.map(({ scenarios }) => programsOf(scenarios).length);
    // Every style does every scenario in one way at least.
    for (const [at, { scenarios }] of STYLE_CLIENTS.entries()) {
      expect(programs[at]).toBeGreaterThanOrEqual(Object.keys(scenarios).length);
    }
    expect([...places]).toEqual(
      expect.arrayContaining(['level0', 'level1', 'level2', 'graphql', 'orders', 'tickets', 'consumers']),
    );
  });
});

/** A client whose one program is written like this, beside a table of addresses that it uses one of. */
function clientOf(run: string): ClientSources {
  return new ClientSources({
    'index.ts': `
      import { programs } from './scenarios/order-details.ts';
      export const entry = { style: 'planted', scenarios: { 'order-details': programs } };
    `,
    'scenarios/order-details.ts': `
      import { far, resources } from '../resources.ts';
      import { Requests } from '../requests.ts';
      const { bill } = resources;
      const knows = { addresses: ['/level2/never-asked'], names: ['neverAsked'] };
      async function granular(context) { ${run} }
      export const programs = {
        arrive: () => '/level2/where-one-comes-from',
        granular: { run: granular, knows },
        composed: { notApplicable: '/level2/reason' },
      };
    `,
    'resources.ts': `
      const at = (template) => template;
      export const resources = { order: at('/level2/orders/{orderId}'), bill: at('/level2/orders/{orderId}/bill') };
      export const far = (id) => \`\${base}/level2/tickets/\${id}\`;
    `,
    'requests.ts': `
      export class Requests {
        post(path) { return this.#send('POST', path, { 'idempotency-key': 'k' }); }
        put(path) { return this.#send('PUT', path); }
        #send(method, path) { return fetch(path, { method }); }
      }
    `,
  });
}

const GRANULAR = ['scenarios', 'order-details', 'granular'];
const errorsOf = (run: string, { addresses = [], names = [] }: { addresses?: string[]; names?: string[] }) =>
  errorsIn({ addresses, names, rules: [] }, clientOf(run).writtenBelow(GRANULAR), {
    places: new Set(['level2', 'orders', 'tickets', 'graphql']),
    operations: new Set(['getOrder']),
  });

const NOTHING_TELLING = { places: new Set<string>(), operations: new Set<string>() };
const ORDER = '/level2/orders/{orderId}';
const BILL = '/level2/orders/{orderId}/bill';
const TICKET = '/level2/tickets/{orderId}';

describe('the check', () => {
  it.each([
    ['an entry of a table', 'ask(resources.order)', ORDER],
    ['an entry that was taken out of its table', 'ask(bill)', BILL],
    ['a text with something filled in', 'ask(far(1))', TICKET],
    ['a text that a local name stands for', 'const own = "/graphql"; ask(own)', '/graphql'],
  ])('finds an address in %s, and only that one', (_where, run, address) => {
    expect(errorsOf(run, { addresses: [address] })).toEqual([]);
    expect(errorsOf(run, {})).toEqual([expect.stringMatching(/has the address .* and does not say so/)]);
    expect(errorsOf(run, { addresses: [address, '/level2/couriers'] })).toEqual([
      'says that it knows the address /level2/couriers, which is not in its code',
    ]);
  });

  it('finds what is hidden by a spread, a condition or a function within', () => {
    const run = 'const all = { ...resources }; if (context) [1].map(() => ask(all)); return far';
    expect(errorsOf(run, {})).toHaveLength(3);
  });

  it('does not take what a program says of itself, or the screen before it, for its code', () => {
    expect(errorsOf('ask()', { addresses: ['/level2/never-asked'], names: ['neverAsked'] })).toEqual([
      'says that it knows the address /level2/never-asked, which is not in its code',
      'says that it knows the name neverAsked, which is not in its code',
    ]);
    expect(errorsOf('ask()', {})).toEqual([]);
  });

  it('finds names in texts, in documents and among members, of methods that are called', () => {
    const run = 'new Requests().post(`{ order(id: $id) { state } }`, context.version)';
    const names = ['POST', 'Idempotency-Key', 'order', 'state', 'version'];
    expect(errorsOf(run, { names })).toEqual([]);
    expect(errorsOf(run, { names: ['PUT', 'stat', 'bill'] })).toHaveLength(3);
  });

  it('takes a pointer into a document for no address', () => {
    expect(errorsOf('refuse("/limit", "/", "application/json")', {})).toEqual([]);
  });

  it('finds an operation that is called and not declared', () => {
    expect(errorsOf('ask("getOrder", "getOrders")', {})).toEqual([
      'has the operation getOrder in its code, and does not say so',
    ]);
    expect(errorsOf('ask("getOrder")', { names: ['getOrder'] })).toEqual([]);
  });

  it('names the program that is wrong', () => {
    const knows = { addresses: [], names: ['teleport'], rules: [] };
    const program = { run: async () => ({}), knows };
    const none = { notApplicable: 'planted' };
    const scenarios = {
      'order-details': { arrive: async () => 0, granular: program, composed: none, 'purpose-built': none },
    };
    const entry = { scenarios: scenarios as unknown as StyleEntry['scenarios'] };
    expect(knowledgeErrors(entry, clientOf('ask()'), NOTHING_TELLING)).toEqual([
      'order-details, granular: says that it knows the name teleport, which is not in its code',
    ]);
  });
});
