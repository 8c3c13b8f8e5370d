import { PERSONA_NAMES, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf, walk, type HalDocument, type Met } from '../../spec/walk.ts';
import { RELATIONS } from '../hal.ts';
import { RestLevel3Module } from '../module.ts';
import { uris } from '../paths.ts';
import type { Descriptor, Profile } from './profile.representation.ts';

/** Copied from the registry, https://www.iana.org/assignments/link-relations, with what registered each. */
const REGISTERED_AT_IANA: Readonly<Record<string, string>> = {
  about: 'RFC 6903 §2',
  collection: 'RFC 6573',
  first: 'RFC 8288',
  item: 'RFC 6573',
  next: 'HTML',
  prev: 'HTML',
  profile: 'RFC 6906',
  search: 'OpenSearch 1.1',
  self: 'RFC 4287',
};

/** HAL §8.2: what relations of ours begin with. */
const CURIES = 'curies';

describe('the names of level 3', () => {
  let served: ServedStyle;
  let documents: readonly Met[];
  let named: ReadonlySet<string>;

  const ask = async (who: PersonaName | 'anonymous', path: string, headers: Record<string, string> = {}) =>
    fetch(`${served.baseUrl}${path}`, {
      headers: {
        ...(who !== 'anonymous' && { authorization: `Bearer ${await served.tokenFor(who)}` }),
        ...headers,
      },
    });

  beforeAll(async () => {
    served = await serveStyle([RestLevel3Module]);
    const walks = [...PERSONA_NAMES, 'anonymous' as const].map((who) =>
      walk(uris.href('home', {}), (href) => ask(who, href)),
    );
    documents = (await Promise.all(walks)).flat();
    const { alps } = (await (await ask('anonymous', uris.href('profile', {}))).json()) as Profile;
    const all = (held: readonly Descriptor[]): readonly Descriptor[] =>
      held.flatMap((descriptor) => [descriptor, ...all(descriptor.descriptor ?? [])]);
    named = new Set(all(alps.descriptor).flatMap(({ id, name }) => [name ?? id ?? '']));
  });
  afterAll(async () => {
    await served.close();
    expect(served.defects).toEqual([]);
  });

  /** From everything that anybody is led to. */
  const met = (pick: (part: HalDocument) => readonly string[]): readonly string[] => [
    ...new Set(documents.flatMap(({ document }) => partsOf(document).flatMap(pick))),
  ];

  it('RFC 8288 §2.1: a relation is registered or, as an extension, ours', () => {
    const relations = met(({ _links = {}, _embedded = {} }) => [...Object.keys(_links), ...Object.keys(_embedded)]);
    const registered = relations.filter((relation) => !relation.startsWith('rungs:') && relation !== CURIES);
    expect(registered.filter((relation) => REGISTERED_AT_IANA[relation] === undefined)).toEqual([]);
    expect(registered).toEqual(expect.arrayContaining(['self', 'item', 'first', 'search', 'collection']));
    const ours = relations.filter((relation) => relation.startsWith('rungs:'));
    expect(ours.filter((relation) => !named.has(relation))).toEqual([]);
    expect(ours.length).toBeGreaterThan(15);
  });

  it('HAL §8.2: each relation of ours leads by its CURIE to what it means', async () => {
    const [curie] = [documents[0]?.document._links?.[CURIES] ?? []].flat();
    expect(curie).toMatchObject({ name: 'rungs', templated: true });
    for (const relation of Object.keys(RELATIONS)) {
      const href = (curie?.href ?? '').replace('{rel}', relation);
      const json = await ask('anonymous', href);
      expect([json.status, json.headers.get('content-type'), json.headers.get('vary')]).toEqual([
        200,
        expect.stringContaining('application/json'),
        expect.stringContaining('Accept'),
      ]);
      const { meaning } = (await json.json()) as { meaning: string };
      const page = await ask('anonymous', href, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(await page.text()).toContain(meaning);
    }
    const unknown = await ask('anonymous', (curie?.href ?? '').replace('{rel}', 'coffee'));
    expect([unknown.status, await unknown.json()]).toEqual([404, expect.objectContaining({ status: 404 })]);
    const xml = await ask('anonymous', (curie?.href ?? '').replace('{rel}', 'order'), { accept: 'application/xml' });
    expect([xml.status, await xml.json()]).toEqual([
      406,
      expect.objectContaining({ detail: expect.stringContaining('application/json, text/html') as string }),
    ]);
  });

  it('draft-amundsen-richardson-foster-alps: every member that is shown is in the profile', () => {
    const members = met(({ _links, _embedded, _templates, ...shown }) => namesIn(shown));
    expect(members.length).toBeGreaterThan(50);
    expect(members.filter((member) => !named.has(member))).toEqual([]);
  });

  it('draft-amundsen-richardson-foster-alps: every form that is offered is in the profile, with each of its fields', () => {
    const forms = met(({ _templates = {} }) => Object.keys(_templates).map((name) => name.replace(/-.*/, '')));
    expect(forms.length).toBeGreaterThan(10);
    expect(forms.filter((form) => !named.has(form))).toEqual([]);
    const fields = met(({ _templates = {} }) =>
      Object.values(_templates).flatMap(({ properties }) =>
        properties.flatMap(({ name }) => name.split('.').filter((part) => !/^\d+$/.test(part))),
      ),
    );
    expect(fields.filter((field) => !named.has(field))).toEqual([]);
  });

  it('draft-amundsen-richardson-foster-alps: the profile is served as what it is, and may be kept', async () => {
    const profile = await ask('anonymous', uris.href('profile', {}));
    expect(profile.headers.get('content-type')).toContain('application/alps+json');
    expect(profile.headers.get('cache-control')).toBe('public, max-age=3600');
    const wanted = await ask('anonymous', uris.href('profile', {}), { accept: 'text/html' });
    expect(wanted.status).toBe(406);
  });

  it('RFC 6906 §3: every document links to its profile, the entry point in its body as well', async () => {
    const profile = uris.href('profile', {});
    expect(documents[0]?.document._links?.['profile']).toEqual({ href: profile });
    const list = await ask('anonymous', uris.href('restaurants', { limit: 1 }));
    expect(list.headers.get('link')).toContain('rel="next"');
    expect(list.headers.get('link')).toContain(`<${profile}>; rel="profile"`);
  });

  it('RFC 9110 §15.5.7: who accepts nothing of what there is is told what there is', async () => {
    const refused = await ask('anonymous', uris.href('home', {}), { accept: 'text/csv' });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([406, 'application/problem+json']);
    expect(await refused.json()).toMatchObject({
      detail: expect.stringContaining('application/prs.hal-forms+json, application/hal+json') as string,
    });
  });

  it('RFC 9110 §12.5.1, §12.5.5: what was accepted is answered, which Vary says; an unknown parameter is passed over', async () => {
    for (const accept of ['application/hal+json', 'application/hal+json;v=9', 'application/hal+json;q=0.1, text/*']) {
      const answer = await ask('anonymous', uris.href('home', {}), { accept });
      expect(answer.headers.get('content-type')).toContain('application/hal+json');
      expect(answer.headers.get('vary')).toContain('Accept');
      expect(await answer.json()).not.toHaveProperty('_templates');
    }
  });
});

/** The names of all members of a value, however deep. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]);
}
