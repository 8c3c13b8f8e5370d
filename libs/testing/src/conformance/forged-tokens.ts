import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

type Part = Readonly<Record<string, unknown>>;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (text: string | undefined): Part =>
  JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Record<string, unknown>;

function signed(header: Part, claims: Part, key: KeyObject): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const keyOf = (signingKey: object): KeyObject => createPrivateKey({ key: signingKey as JsonWebKey, format: 'jwk' });

/** A good token signed anew, with some of its claims or header changed. */
export function tokenLike(good: string, signingKey: object, changed: { header?: Part; claims?: Part } = {}): string {
  const [head, payload] = good.split('.');
  return signed({ ...read(head), ...changed.header }, { ...read(payload), ...changed.claims }, keyOf(signingKey));
}

/** Tokens made from a good one, each wrong in one way (RFC 8725 names most of them). */
export function forgedTokens(good: string, signingKey: object): Record<string, string> {
  const [head, payload, signature] = good.split('.');
  const header = read(head);
  const claims = read(payload);
  const like = (changed: { header?: Part; claims?: Part }): string => tokenLike(good, signingKey, changed);
  const hmacText = `${part({ ...header, alg: 'HS256' })}.${payload}`;
  const publicPem = createPublicKey(keyOf(signingKey)).export({ type: 'spki', format: 'pem' });
  const nowSeconds = Math.floor(Date.now() / 1000);
  return {
    'no algorithm': `${part({ ...header, alg: 'none' })}.${payload}.`,
    'HS256 with the public key': `${hmacText}.${createHmac('sha256', publicPem).update(hmacText).digest('base64url')}`,
    'another key': signed(header, claims, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    'a swapped payload': `${head}.${part({ ...claims, role: 'support' })}.${signature}`,
    'a cut signature': good.slice(0, -4),
    'expired an hour ago': like({ claims: { iat: nowSeconds - 7200, exp: nowSeconds - 3600 } }),
    'never expiring': like({ claims: { exp: undefined } }),
    'another audience': like({ claims: { aud: 'another' } }),
    'another issuer': like({ claims: { iss: 'another' } }),
    'another type of token': like({ header: { typ: 'JWT' } }),
    'a role that there is not': like({ claims: { role: 'owner' } }),
    'no token at all': 'nonsense',
  };
}
