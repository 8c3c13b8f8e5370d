import { PERSONA_NAMES } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsedByHalfred, type Halfred } from '../spec/halfred.ts';
import { walk, type HalDocument, type Met } from '../spec/walk.ts';
import { RestLevel3Module } from './module.ts';
import { uris } from './paths.ts';

const NO_SELF = 'Resource does not have a self link';

/** Lists of what has no address of its own: where a courier was at a moment, and an order in short. HAL §5 allows it. */
const OF_NO_THINGS = (['track', 'orderHistory'] as const).map(
  (name) => new RegExp(`^${uris.route(name).replaceAll(/:\w+/g, '[^/]+')}(?:\\?|$)`),
);

describe('halfred, which others wrote, understands what level 3 sends,', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([RestLevel3Module]);
  });
  afterAll(async () => {
    await served.close();
    expect(served.defects).toEqual([]);
  });

  const metBy = async (who: (typeof PERSONA_NAMES)[number] | 'anonymous', accept: string): Promise<readonly Met[]> => {
    // Lists hold links by themselves; what is in them comes along for who prefers that.
    const headers = {
      accept,
      prefer: 'transclude=item',
      ...(who !== 'anonymous' && { authorization: `Bearer ${await served.tokenFor(who)}` }),
    };
    return walk(uris.href('home', {}), (href) => fetch(`${served.baseUrl}${href}`, { headers }));
  };

  it('and would say what it does not', () => {
    const link = { self: { href: '/thing/{id}' } };
    expect(parsedByHalfred({ _links: link }).validationIssues()).toMatchObject([{ path: '$._links.self' }]);
    expect(parsedByHalfred({ name: 'a thing' }).validationIssues()).toMatchObject([{ message: NO_SELF }]);
  });

  it.each([...PERSONA_NAMES, 'anonymous'] as const)('whatever %s is led to, without loss', async (who) => {
    for (const accept of ['application/prs.hal-forms+json', 'application/hal+json']) {
      const met = await metBy(who, accept);
      expect(met.length).toBeGreaterThan(3);
      for (const { href, document } of met) {
        const parsed = parsedByHalfred(document);
        expect(parsed.validationIssues(), href).toEqual([]);
        expectSame(parsed, document, href);
        for (const relation of Object.keys(document._links ?? {}).filter((name) => name.startsWith('rungs:'))) {
          const page = uris.href('relation', { rel: relation.replace('rungs:', '') });
          expect(parsed.reverseResolveCurie(page), href).toBe(relation);
        }
      }
    }
  });
});

/** All that the document says is in what was understood: its members, each link with each attribute, and its parts. */
function expectSame(parsed: Halfred, { _links = {}, _embedded = {}, ...members }: HalDocument, href: string): void {
  expect(parsed, href).toMatchObject(members);
  const links = Object.entries(_links).map(([relation, held]) => [relation, [held].flat()]);
  expect(parsed.allLinks(), href).toMatchObject(Object.fromEntries(links));
  expect(Object.keys(parsed.allLinks())).toEqual(Object.keys(_links));
  expect(Object.keys(parsed.allEmbeddedResources() ?? {})).toEqual(Object.keys(_embedded));
  for (const [relation, held] of Object.entries(_embedded)) {
    const parts = [held].flat();
    const understood = parsed.allEmbeddedResources()?.[relation] ?? [];
    expect(understood).toHaveLength(parts.length);
    parts.forEach((part, at) => {
      const embedded = understood[at] as Halfred;
      const issues = embedded.validationIssues().map(({ message }) => message);
      expect(issues, `${href} ${relation}`).toEqual(OF_NO_THINGS.some((list) => list.test(href)) ? [NO_SELF] : []);
      expectSame(embedded, part, `in ${href}`);
    });
  }
}
