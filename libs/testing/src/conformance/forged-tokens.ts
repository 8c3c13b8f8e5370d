import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (text: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Record<string, unknown>;

/** Tokens made from a good one, each wrong in one way (RFC 8725 names most of them). */
export function forgedTokens(good: string): Record<string, string> {
  const [head, payload, signature] = good.split('.');
  const header = read(head);
  const claims = read(payload);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = (top: object, held: object): string => {
    const text = `${part(top)}.${part(held)}`;
    const made = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${text}.${made.toString('base64url')}`;
  };
  const hmacText = `${part({ ...header, alg: 'HS256' })}.${payload}`;
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  return {
    'no algorithm': `${part({ ...header, alg: 'none' })}.${payload}.`,
    'HS256 instead of ES256': `${hmacText}.${createHmac('sha256', pem).update(hmacText).digest('base64url')}`,
    'another key': signed(header, claims),
    'a swapped payload': `${head}.${part({ ...claims, role: 'support', sub: 'support:x' })}.${signature}`,
    'a cut signature': good.slice(0, -4),
    'no token at all': 'nonsense',
  };
}
