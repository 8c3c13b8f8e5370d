import { RefusedError, UnexpectedAnswerError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { embeddedIn, getFile, hrefOf, membersOf, resourceOf, submit, type Resource } from './hypermedia.ts';

const resource: Resource = {
  url: 'http://shop.example/some/where',
  body: {
    name: 'a thing',
    _links: {
      self: { href: '/things/1' },
      search: { href: '/things{?states,limit,near}', templated: true },
      child: { href: 'child' },
    },
    _embedded: { item: [{ name: 'one' }, { name: 'two' }] as object[], single: { name: 'alone' } as object },
    _templates: {},
  } as Resource['body'],
};

function answering(status: number, type: string, body: string): { fetch: typeof fetch; sent: [string, RequestInit][] } {
  const sent: [string, RequestInit][] = [];
  const answer = (url: unknown, init: RequestInit = {}): Promise<Response> => {
    sent.push([String(url), init]);
    return Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }));
  };
  return { fetch: answer as typeof fetch, sent };
}

describe('a link', () => {
  it('is resolved against where the resource came from', () => {
    expect(hrefOf(resource, 'self')).toBe('http://shop.example/things/1');
    expect(hrefOf(resource, 'child')).toBe('http://shop.example/some/child');
  });

  it('is filled in where it is a template, and what it does not take stays out', () => {
    const variables = { states: ['APPROVED', 'ACCEPTED'], limit: 5, near: undefined, colour: 'red' };
    expect(hrefOf(resource, 'search', variables)).toBe('http://shop.example/things?states=APPROVED,ACCEPTED&limit=5');
  });

  it('that was not offered leads nowhere', () => {
    expect(hrefOf(resource, 'rungs:bill')).toBeUndefined();
  });
});

describe('a resource', () => {
  it('has its members without the controls', () => {
    expect(membersOf(resource)).toEqual({ name: 'a thing' });
  });

  it('holds what is embedded, one or several', () => {
    expect(embeddedIn(resource, 'item').map(membersOf)).toEqual([{ name: 'one' }, { name: 'two' }]);
    expect(embeddedIn(resource, 'single').map(membersOf)).toEqual([{ name: 'alone' }]);
    expect(embeddedIn(resource, 'none')).toEqual([]);
  });
});

describe('an answer', () => {
  it('that is a problem is the refusal that it carries, ways on left out', async () => {
    const problem = {
      type: '/problems/x',
      status: 409,
      detail: 'No.',
      code: 'order-not-cancellable',
      state: 'DELIVERED',
    };
    const body = JSON.stringify({ ...problem, _links: {} });
    const { fetch } = answering(409, 'application/problem+json', body);
    const failure = await resourceOf('http://x', await fetch('http://x')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RefusedError);
    expect((failure as RefusedError).refusal).toEqual({
      code: 'order-not-cancellable',
      message: 'No.',
      details: { state: 'DELIVERED' },
    });
  });

  it.each([
    [413, 'The body is larger than 1 MiB.'],
    [500, 'Something went wrong on our side. Tell us the trace abc.'],
  ])('of %i is no rule that refused', async (status, detail) => {
    const { fetch } = answering(status, 'application/problem+json', JSON.stringify({ type: 'about:blank', detail }));
    const failure = await resourceOf('http://x', await fetch('http://x')).catch((error: unknown) => error);
    expect(failure).toEqual(new UnexpectedAnswerError(`${status} ${detail}`));
  });

  it('of another media type is outside of the contract', async () => {
    const { fetch } = answering(200, 'text/html', '<p>Welcome to the proxy</p>');
    await expect(resourceOf('http://x', await fetch('http://x'))).rejects.toBeInstanceOf(UnexpectedAnswerError);
  });
});

describe('a form', () => {
  it('is sent where and how it says', async () => {
    const { fetch, sent } = answering(200, 'application/prs.hal-forms+json', '{}');
    const form = { method: 'PUT', target: '/things/1/step' };
    await submit({ baseUrl: '', fetch, accessToken: 't' }, resource, form, { version: 9, quantity: 2 });
    const [url, init] = sent[0] as [string, RequestInit];
    expect([url, init.method]).toEqual(['http://shop.example/things/1/step', 'PUT']);
    expect(JSON.parse(init.body as string)).toEqual({ version: 9, quantity: 2 });
    expect(init.headers).toMatchObject({ authorization: 'Bearer t', 'content-type': 'application/json' });
  });

  it.each(['DELETE', 'GET', undefined])('that is sent by %s says its fields in the query', async (method) => {
    const { fetch, sent } = answering(200, 'application/prs.hal-forms+json', '{}');
    await submit(
      { baseUrl: '', fetch },
      resource,
      { ...(method && { method }), target: '/things/1' },
      { version: '9' },
    );
    expect(sent[0]?.[0]).toBe('http://shop.example/things/1?version=9');
    expect(sent[0]?.[1]).not.toHaveProperty('body');
    expect(sent[0]?.[1].headers).not.toHaveProperty('content-type');
  });

  it('without a target goes to the resource itself', async () => {
    const { fetch, sent } = answering(200, 'application/prs.hal-forms+json', '{}');
    await submit({ baseUrl: '', fetch }, resource, { method: 'POST' }, {});
    expect(sent[0]?.[0]).toBe('http://shop.example/things/1');
  });
});

describe('a file', () => {
  it('is its bytes and what they are', async () => {
    const { fetch } = answering(200, 'image/png', 'png');
    const { type, bytes } = await getFile({ baseUrl: '', fetch }, 'http://x');
    expect([type, ...bytes]).toEqual(['image/png', 0x70, 0x6e, 0x67]);
  });

  it('that is not there is refused as everything else is', async () => {
    const { fetch } = answering(404, 'application/problem+json', '{"code":"photo-not-found","detail":"No.","id":"1"}');
    const failure = await getFile({ baseUrl: '', fetch }, 'http://x').catch((error: unknown) => error);
    expect((failure as RefusedError).refusal).toMatchObject({ code: 'photo-not-found', details: { id: '1' } });
  });
});
