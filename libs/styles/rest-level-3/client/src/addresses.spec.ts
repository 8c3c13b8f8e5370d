import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressesIn } from '../spec/addresses.ts';

const SOURCES = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => [file, readFileSync(`${import.meta.dirname}/${file}`, 'utf8')] as const);

const SCENARIO = SOURCES.find(([file]) => file.endsWith('cancel-order.ts'))?.[1] ?? '';

describe('the client of level 3', () => {
  it('has one address in all of its code, the entry point, and neither a template nor a method of its own', () => {
    expect(SOURCES.length).toBeGreaterThan(5);
    const found = SOURCES.flatMap(([file, text]) => addressesIn(file, text));
    expect(found).toEqual([expect.stringMatching(/^walker\.ts:\d+ \/level3$/)]);
  });

  it.each([
    ['a path', 'const at = (id: string) => `${entry}/orders/${id}`;', '/orders/'],
    ['a segment glued to a link', "const at = href + '/cancellation';", '/cancellation'],
    ['a separator', "const at = [href, id].join('/');", '/'],
    ['a query', 'const at = `${href}?states=${state}`;', '?states='],
    ['a template', "const template = '{?limit,after}';", '{?limit,after}'],
    ['a template of a path', "const template = '{orderId}';", '{orderId}'],
    ['a method', "await fetch(href, { method: 'PUT' });", 'PUT'],
    ['a method in lower case', "const verb = 'delete';", 'delete'],
    ['another entry point', 'const at = `${baseUrl}/level2`;', '/level2'],
  ])('would be caught with %s', (_what, planted, found) => {
    expect(addressesIn('scenarios/cancel-order.ts', SCENARIO)).toEqual([]);
    const caught = addressesIn('scenarios/cancel-order.ts', `${SCENARIO}\n${planted}\n`);
    expect(caught.map((line) => line.replace(/^\S+ /, ''))).toContain(found);
  });

  it('would be caught with a method in the file that knows the format, too', () => {
    const planted = "export const sent = (href: string) => fetch(href, { method: 'PUT' });";
    expect(addressesIn('hypermedia.ts', planted)).toEqual(['hypermedia.ts:1 PUT']);
  });

  it.each(["const type = 'application/prs.hal-forms+json';", "const any = '*/*';", '// GET /level3/orders'])(
    'may say %s',
    (line) => {
      expect(addressesIn('client.ts', line)).toEqual([]);
    },
  );
});
