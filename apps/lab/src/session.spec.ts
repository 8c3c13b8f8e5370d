import { describe, expect, it } from 'vitest';
import { signInAs } from './session.ts';

const answering = (body: BodyInit | null, init?: ResponseInit) => async () => new Response(body, init);
const unanswered = async () => {
  throw new TypeError('Failed to fetch');
};
const nowMs = () => 1_000;

describe('signing in as a persona', () => {
  it('keeps the token and when it ends', async () => {
    const body = JSON.stringify({ access_token: 'x.y.z', token_type: 'Bearer', expires_in: 3600 });
    expect(await signInAs('ann', { fetch: answering(body), nowMs })).toEqual({
      kind: 'signed-in',
      persona: 'ann',
      accessToken: 'x.y.z',
      expiresAtMs: 3_601_000,
    });
  });

  it.each([
    ['is not there', unanswered, 'did not answer', 'npm start'],
    ['has no demo personas', answering('', { status: 404 }), 'answered 404.', 'switched off'],
    ['breaks', answering('<h1>oh</h1>', { status: 500 }), 'answered 500.', 'log'],
    ['says why', answering('{"detail":"Not so."}', { status: 403 }), 'answered 403. Not so.', 'log'],
    ['answers something else', answering('{}'), 'gave no token', 'log'],
  ])('says what happened and what to do when the server %s', async (_when, fetch, whatHappened, whatToDo) => {
    expect(await signInAs('ann', { fetch, nowMs })).toEqual({
      kind: 'failed',
      persona: 'ann',
      whatHappened: expect.stringContaining(whatHappened),
      whatToDo: expect.stringContaining(whatToDo),
    });
  });
});
