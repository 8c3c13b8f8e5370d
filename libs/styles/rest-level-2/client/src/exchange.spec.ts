import { RefusedError, UnexpectedAnswerError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { answerOf, headersFor, mergePatch, photoContent, photoOf, urlOf } from './exchange.ts';

describe('urlOf', () => {
  it('writes lists, places and flags as the query wants them, and leaves out what is not asked for', () => {
    const query = { states: ['APPROVED', 'ACCEPTED'], near: { lat: 41.9, lon: 12.5 }, open: true, limit: undefined };
    const url = new URL(urlOf('http://shop.example', '/restaurants', query));
    expect(url.pathname).toBe('/level2/restaurants');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      states: 'APPROVED,ACCEPTED',
      near: '41.9,12.5',
      open: 'true',
    });
  });

  it('has no question mark where nothing is asked', () => {
    expect(urlOf('http://shop.example', '/orders', { limit: undefined })).toBe('http://shop.example/level2/orders');
  });
});

describe('headersFor', () => {
  it('carries back the version that was seen as an entity tag', () => {
    expect(headersFor('t', { expectedVersion: 3, idempotencyKey: 'k' })).toEqual({
      authorization: 'Bearer t',
      'if-match': '"3"',
      'idempotency-key': 'k',
    });
  });

  it('names the media type of what is sent', () => {
    const content = mergePatch({ open: false });
    expect(headersFor('t', { content })['content-type']).toBe('application/merge-patch+json');
    expect(content.body).toBe('{"open":false}');
  });

  it('sends nothing that is not needed', () => {
    expect(headersFor(undefined, {})).toEqual({});
  });
});

describe('answerOf', () => {
  const answer = (status: number, type: string, body: object): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

  it('throws the refusal that a problem document carries', async () => {
    const problem = { type: '/problems/stale-version', title: 'Stale', status: 412, detail: 'Read it again.' };
    const body = { ...problem, code: 'stale-version', expectedVersion: 1, currentVersion: 2 };
    const failure = await answerOf(answer(412, 'application/problem+json', body)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RefusedError);
    expect((failure as RefusedError).httpStatus).toBe(412);
    expect((failure as RefusedError).refusal).toEqual({
      code: 'stale-version',
      message: 'Read it again.',
      details: { expectedVersion: 1, currentVersion: 2 },
    });
  });

  it.each([
    [413, 'The body is larger than 1 MiB.'],
    [500, 'Something went wrong on our side. Tell us the trace abc.'],
  ])('does not take %i for a rule that refused', async (status, detail) => {
    const body = { type: 'about:blank', title: 'No', status, detail };
    const failure = await answerOf(answer(status, 'application/problem+json', body)).catch((error: unknown) => error);
    expect(failure).toEqual(new UnexpectedAnswerError(`${status} ${detail}`));
  });

  it('takes nothing but JSON for an answer', async () => {
    await expect(answerOf(answer(200, 'text/html', {}))).rejects.toBeInstanceOf(UnexpectedAnswerError);
  });
});

describe('a photo', () => {
  const photo = { contentType: 'image/png', data: 'iVBORw0KGgr/AA==' } as const;

  it('travels as its bytes, both ways', async () => {
    const { mediaType, body } = photoContent(photo);
    expect(mediaType).toBe('image/png');
    expect([...(body as Uint8Array)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0x00]);
    expect(await photoOf(new Response(body, { headers: { 'content-type': mediaType } }))).toEqual(photo);
  });

  it('is left to the server to refuse when it is no base64', () => {
    expect(photoContent({ ...photo, data: 'not base64!' }).body).toEqual(new TextEncoder().encode('not base64!'));
  });

  it('is refused as everything else', async () => {
    const problem = {
      type: '/problems/photo-not-found',
      status: 404,
      detail: 'None.',
      code: 'photo-not-found',
      id: 'x',
    };
    const headers = { 'content-type': 'application/problem+json' };
    const refused = photoOf(new Response(JSON.stringify(problem), { status: 404, headers }));
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'photo-not-found', details: { id: 'x' } } });
  });
});
