import { createHmac } from 'node:crypto';
import { Refusal } from '@rungs/domain';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { signIn, TokenService } from './index.ts';

const SETTINGS = { issuer: 'rungs', audience: 'rungs' };
const ANN = { role: 'consumer', consumerId: '01900000-0000-7000-8000-00000000a001' } as const;

let kept: JWK | undefined;
const store = {
  load: () => Promise.resolve(kept),
  save: (key: JWK) => {
    kept = key;
    return Promise.resolve(key);
  },
};
let tokens: TokenService;

beforeAll(async () => {
  tokens = await TokenService.withOwnKey(SETTINGS, store);
});

async function refusalOf(token: string): Promise<string> {
  const outcome = await signIn(`Bearer ${token}`, tokens);
  expect(outcome).toBeInstanceOf(Refusal);
  expect((outcome as Refusal).code).toBe('unauthenticated');
  return (outcome as Refusal<'unauthenticated'>).details.reason;
}

async function signed(
  change: (token: SignJWT) => SignJWT,
  header: object = {},
  key: JWK = kept as JWK,
): Promise<string> {
  const token = new SignJWT({ role: 'consumer' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: (kept as JWK).kid as string, ...header })
    .setSubject(ANN.consumerId)
    .setIssuer('rungs')
    .setAudience('rungs')
    .setIssuedAt()
    .setExpirationTime('1h');
  return change(token).sign(await importJWK(key, 'ES256'));
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('TokenService', () => {
  it.each([
    ANN,
    { role: 'restaurant', restaurantId: '01900000-0000-7000-8000-00000000b001' },
    { role: 'courier', courierId: '01900000-0000-7000-8000-00000000c001' },
    { role: 'support', supportAgentId: '01900000-0000-7000-8000-00000000d001' },
  ] as const)('knows $role again by its token', async (actor) => {
    const { access_token } = await tokens.issue(actor);
    expect(await tokens.verify(access_token)).toEqual(actor);
  });

  it('takes its own tokens after a restart, with the key that was kept', async () => {
    const { access_token } = await tokens.issue(ANN);
    const restarted = await TokenService.withOwnKey(SETTINGS, store);
    expect(await restarted.verify(access_token)).toEqual(ANN);
  });

  it('takes the tokens of an issuer whose keys are published', async () => {
    const { kty, crv, x, y, kid } = kept as JWK;
    const verifier = TokenService.withKeysOf(SETTINGS, { keys: [{ kty, crv, x, y, kid, alg: 'ES256' } as JWK] });
    const { access_token } = await tokens.issue(ANN);
    expect(await verifier.verify(access_token)).toEqual(ANN);
    await expect(verifier.issue(ANN)).rejects.toThrow('issued elsewhere');
  });

  it('blames itself, not the caller, when the keys cannot be had', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    const verifier = TokenService.withKeysOf(SETTINGS, new URL('https://issuer.example/jwks.json'));
    const { access_token } = await tokens.issue(ANN);
    expect(await verifier.verify(access_token)).toMatchObject({ code: 'unavailable' });
  });

  it('tells an expired token from a forged one', async () => {
    const expired = await signed((token) => token.setIssuedAt('-2h').setExpirationTime('-1h'));
    expect(await refusalOf(expired)).toBe('expired');
  });

  it('verifies a signature once a minute, and sees the token end all the same', async () => {
    const verified = vi.spyOn(crypto.subtle, 'verify');
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const token = await signed((unsigned) => unsigned.setExpirationTime('90s'));
      expect(await tokens.verify(token)).toEqual(ANN);
      expect(await tokens.verify(token)).toEqual(ANN);
      expect(verified).toHaveBeenCalledTimes(1);
      vi.setSystemTime(Date.now() + 61_000);
      expect(await tokens.verify(token)).toEqual(ANN);
      expect(verified).toHaveBeenCalledTimes(2);
      vi.setSystemTime(Date.now() + 35_000);
      expect(await refusalOf(token)).toBe('expired');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not swayed by a token that it knows: a forgery of it is verified by itself', async () => {
    const { access_token: good } = await tokens.issue(ANN);
    expect(await tokens.verify(good)).toEqual(ANN);
    const [head = '', payload = ''] = good.split('.');
    expect(await refusalOf(`${head}.${payload}.${'A'.repeat(86)}`)).toBe('invalid');
  });

  it('refuses every forgery', async () => {
    const { access_token: good } = await tokens.issue(ANN);
    const [head = '', payload = '', signature = ''] = good.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as object;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const { x, y } = kept as JWK;
    const hmac = `${part({ ...header, alg: 'HS256' })}.${payload}`;
    const other = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
    const forgeries: Record<string, string> = {
      'no algorithm': `${part({ ...header, alg: 'none' })}.${payload}.`,
      'HS256 with the public key': `${hmac}.${createHmac('sha256', `${x}${y}`).update(hmac).digest('base64url')}`,
      'another key': await signed((token) => token, {}, other),
      'another key under our id': await signed((token) => token, { kid: (kept as JWK).kid }, other),
      'an unknown key id': await signed((token) => token, { kid: 'nobody' }),
      'another audience': await signed((token) => token.setAudience('elsewhere')),
      'another issuer': await signed((token) => token.setIssuer('elsewhere')),
      'another type of token': await signed((token) => token, { typ: 'JWT' }),
      'a swapped payload': `${head}.${part({ ...claims, role: 'support' })}.${signature}`,
      'a subject that is no id': await signed((token) => token.setSubject('support:x')),
      'not yet valid': await signed((token) => token.setNotBefore('1h')),
      'an embedded key': await signed((token) => token, { jwk: other, kid: 'mine' }, other),
    };
    for (const [forgery, token] of Object.entries(forgeries)) {
      expect(await refusalOf(token), forgery).toBe('invalid');
    }
  });

  it('refuses a token that never expires', async () => {
    const { exp: _exp, ...claims } = { exp: 0, role: 'consumer', sub: ANN.consumerId, iss: 'rungs', aud: 'rungs' };
    const eternal = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: (kept as JWK).kid as string })
      .setIssuedAt()
      .sign(await importJWK(kept as JWK, 'ES256'));
    expect(await refusalOf(eternal)).toBe('invalid');
  });
});
