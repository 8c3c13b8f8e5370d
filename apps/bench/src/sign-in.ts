import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { PERSONAS } from '@rungs/application';

const KEY_ID = 'bench';
const LIFETIME_SECONDS = 24 * 3600;

/** A credential that servers in production and in development take alike. */
export interface SignIn {
  /** The key set to check it with (RFC 7517 §5), for `RUNGS_JWKS`. */
  readonly keySet: string;
  /** Ann's, as the value of `Authorization`. */
  readonly authorization: string;
}

/** Makes a key and signs a token with it (RFC 9068), since a server in production issues none. */
export function signInAsAnn(): SignIn {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuedAt = Math.floor(Date.now() / 1000);
  const { role, consumerId } = PERSONAS.ann;
  const head = { alg: 'ES256', typ: 'at+jwt', kid: KEY_ID };
  const claims = {
    ...{ iss: 'rungs', aud: 'rungs', sub: consumerId, client_id: 'bench', role },
    ...{ iat: issuedAt, exp: issuedAt + LIFETIME_SECONDS, jti: randomUUID() },
  };
  const signed = `${encoded(head)}.${encoded(claims)}`;
  // RFC 7518 §3.4: the signature is the two numbers one after the other, and no DER.
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'ES256', use: 'sig' };
  return {
    keySet: JSON.stringify({ keys: [key] }),
    authorization: `Bearer ${signed}.${signature.toString('base64url')}`,
  };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
