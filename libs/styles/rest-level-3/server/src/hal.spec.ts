import { describe, expect, it } from 'vitest';
import { halDocument, embeddedItems, halPage, link, linkedItems, offered } from './hal.ts';

const form = { title: 'Do it', method: 'PUT', target: '/it', contentType: 'application/json', properties: [] } as const;
const newKey = () => 'fresh';
const resource = { name: 'a thing', _links: { self: link('/thing') }, _templates: { doIt: form } };

describe('a HAL document', () => {
  it('explains our relations by a CURIE', () => {
    expect(halDocument(resource, '/level3/rels/{rel}', newKey)).toEqual({
      name: 'a thing',
      _links: {
        self: { href: '/thing' },
        curies: [{ name: 'rungs', href: '/level3/rels/{rel}', templated: true }],
      },
      _templates: { doIt: form },
    });
  });

  it('leaves the forms out for a client that asked for plain HAL', () => {
    expect(halDocument(resource, '/level3/rels/{rel}', 'none')).not.toHaveProperty('_templates');
  });

  it('says nothing of forms where there is nothing to do', () => {
    expect(halDocument({ ...resource, _templates: {} }, '/level3/rels/{rel}', newKey)).not.toHaveProperty('_templates');
  });
});

describe('what is embedded', () => {
  const keyed = { ...form, properties: [{ name: 'idempotencyKey', prompt: 'Key', type: 'hidden' }] } as const;
  const thing = { _links: { self: link('/part') }, _templates: { doIt: keyed } };
  const whole = { _links: { self: link('/whole') }, _embedded: { about: thing, item: [{ ...thing, _embedded: {} }] } };

  it('has forms with fresh keys as well, and one CURIE explains the relations of all', () => {
    let keys = 0;
    const document = halDocument(whole, '/rels/{rel}', () => `key ${(keys += 1)}`);
    expect(document).toMatchObject({
      _embedded: {
        about: { _templates: { doIt: { properties: [{ value: 'key 1' }] } } },
        item: [{ _templates: { doIt: { properties: [{ value: 'key 2' }] } } }],
      },
    });
    expect(JSON.stringify(document).match(/curies/g)).toHaveLength(1);
  });

  it('has no forms either for a client that asked for plain HAL, nor any where there is nothing to do', () => {
    expect(JSON.stringify(halDocument(whole, '/rels/{rel}', 'none'))).not.toContain('_templates');
    const idle = { ...whole, _embedded: { about: { ...thing, _templates: {} } } };
    expect(JSON.stringify(halDocument(idle, '/rels/{rel}', newKey))).not.toContain('_templates');
  });
});

describe('a page', () => {
  it('links its neighbours, where there are any, and has its items with it, or says where they are', () => {
    const items = embeddedItems(['a thing'], () => resource);
    const page = halPage('/things?after=a', { next: 'b' }, '/things{?after}', items, { about: link('/owner') });
    expect(page._links).toEqual({
      self: { href: '/things?after=a' },
      first: { href: '/things' },
      next: { href: '/things?after=b' },
      search: { href: '/things{?after}', templated: true },
      about: { href: '/owner' },
    });
    expect(page._embedded?.item).toEqual([resource]);
    const linked = halPage(
      '/things',
      {},
      '/things{?after}',
      linkedItems(['a thing'], (title) => link('/1', title)),
    );
    expect(linked._links.item).toEqual([{ href: '/1', title: 'a thing' }]);
    expect(linked).not.toHaveProperty('_embedded');
  });
});

describe('a link', () => {
  it('is offered to those roles alone that may ask for what is behind it', () => {
    const links = { 'rungs:bill': link('/bill') };
    expect(offered({ role: 'courier', courierId: 'c' }, 'getBill', links)).toEqual({});
    expect(offered({ role: 'support', supportAgentId: 's' }, 'getBill', links)).toBe(links);
  });
});
