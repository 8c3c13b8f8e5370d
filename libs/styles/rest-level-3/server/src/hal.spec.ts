import { describe, expect, it } from 'vitest';
import { acceptedOf, HAL, HAL_FORMS, halDocument, halPage, link, offered } from './hal.ts';

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

describe('a page', () => {
  it('embeds its items and links its neighbours, where there are any', () => {
    const page = halPage('/things?after=a', { next: 'b' }, '/things{?after}', [resource], { about: link('/owner') });
    expect(page._links).toEqual({
      self: { href: '/things?after=a' },
      first: { href: '/things' },
      next: { href: '/things?after=b' },
      search: { href: '/things{?after}', templated: true },
      about: { href: '/owner' },
    });
    expect(page._embedded?.item).toEqual([resource]);
  });
});

describe('a link', () => {
  it('is offered to those roles alone that may ask for what is behind it', () => {
    const links = { 'rungs:bill': link('/bill') };
    expect(offered({ role: 'courier', courierId: 'c' }, 'getBill', links)).toEqual({});
    expect(offered({ role: 'support', supportAgentId: 's' }, 'getBill', links)).toBe(links);
  });
});

describe('content negotiation', () => {
  it.each([
    [undefined, HAL_FORMS],
    ['*/*', HAL_FORMS],
    [HAL, HAL],
    [`${HAL_FORMS};q=0.5, ${HAL}`, HAL],
    [`${HAL}, ${HAL_FORMS}`, HAL_FORMS],
    ['application/*;q=0.3', HAL_FORMS],
    [`*/*, ${HAL_FORMS};q=0`, HAL],
    ['text/html, */*;q=0.8', HAL_FORMS],
    ['text/html', undefined],
    [`${HAL};q=0`, undefined],
  ])('of %s answers %s', (accept, mediaType) => {
    expect(acceptedOf(accept, [HAL_FORMS, HAL])).toBe(mediaType);
  });
});
