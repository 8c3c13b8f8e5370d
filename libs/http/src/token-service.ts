import { isUuid, Refusal, type Actor } from '@rungs/domain';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import type { SignInRefusal } from './current-actor.ts';
import { KnownTokens } from './known-tokens.ts';

const ALGORITHM = 'ES256';
/** RFC 9068 §2.1: tells an access token from every other JWT of the same issuer. */
const TOKEN_TYPE = 'at+jwt';
const TOKEN_LIFETIME_SECONDS = 3600;
const CLOCK_TOLERANCE_SECONDS = 5;

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
}

/** Where a generated signing key is kept, so that tokens outlive a restart. */
export interface KeyStore {
  load(): Promise<JWK | undefined>;
  /** Answers the key that is kept from now on: another process's, when that one was quicker. */
  save(key: JWK): Promise<JWK>;
}

/** RFC 6749 §5.1. */
export interface AccessToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** Makes and checks the bearer tokens that every style signs in with: ES256, RFC 9068. */
export class TokenService {
  readonly #known = new KnownTokens();

  private constructor(
    private readonly settings: TokenSettings,
    private readonly verificationKeys: JWTVerifyGetKey,
    private readonly signing: { readonly key: CryptoKey; readonly keyId: string } | undefined,
  ) {}

  /** With a key of its own, made at the first start and kept: for development and tests. */
  static async withOwnKey(settings: TokenSettings, store: KeyStore): Promise<TokenService> {
    const jwk = (await store.load()) ?? (await store.save(await newSigningKey()));
    const keyId = jwk.kid ?? (await calculateJwkThumbprint(jwk));
    const { kty, crv, x, y } = jwk;
    const published = { kty, crv, x, y, kid: keyId, alg: ALGORITHM, use: 'sig' } as JWK;
    const key = await importJWK(jwk, ALGORITHM);
    if (key instanceof Uint8Array) throw new Error('The signing key is not an elliptic curve key.');
    return new TokenService(settings, createLocalJWKSet({ keys: [published] }), { key, keyId });
  }

  /** With an issuer's published keys (RFC 7517 §5), by URL or given: for production. It issues nothing itself. */
  static withKeysOf(settings: TokenSettings, keys: URL | JSONWebKeySet): TokenService {
    const find = keys instanceof URL ? createRemoteJWKSet(keys, { timeoutDuration: 3000 }) : createLocalJWKSet(keys);
    return new TokenService(settings, find, undefined);
  }

  /** Whether tokens are made here, or only checked. */
  get issues(): boolean {
    return this.signing !== undefined;
  }

  /** A token for one hour. */
  async issue(actor: Exclude<Actor, { role: 'anonymous' }>): Promise<AccessToken> {
    if (this.signing === undefined) throw new Error('Tokens are issued elsewhere: only their keys are known here.');
    const accessToken = await new SignJWT({ role: actor.role, client_id: 'rungs' })
      .setProtectedHeader({ alg: ALGORITHM, typ: TOKEN_TYPE, kid: this.signing.keyId })
      .setSubject(idOf(actor))
      .setIssuer(this.settings.issuer)
      .setAudience(this.settings.audience)
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_LIFETIME_SECONDS}s`)
      .setJti(crypto.randomUUID())
      .sign(this.signing.key);
    return { access_token: accessToken, token_type: 'Bearer', expires_in: TOKEN_LIFETIME_SECONDS };
  }

  /** Whose token it is, or why it is refused. */
  async verify(token: string): Promise<Actor | SignInRefusal> {
    const known = this.#known.actorOf(token);
    if (known !== undefined) return known;
    try {
      const { payload } = await jwtVerify(token, this.verificationKeys, {
        algorithms: [ALGORITHM],
        typ: TOKEN_TYPE,
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      const actor = actorOfClaims(payload);
      if (actor === undefined) return new Refusal('unauthenticated', { reason: 'invalid' });
      this.#known.remember(token, actor, goodUntilMs(token));
      return actor;
    } catch (error) {
      if (error instanceof errors.JWTExpired) return new Refusal('unauthenticated', { reason: 'expired' });
      if (isKeyFailure(error)) return new Refusal('unavailable', { part: 'Sign-in', retryAfterSeconds: 5 });
      return new Refusal('unauthenticated', { reason: 'invalid' });
    }
  }
}

/** Until when a token that was verified is good, in milliseconds of Unix time: from then on it is refused. */
export function goodUntilMs(token: string): number {
  const { exp = 0 } = decodeJwt(token);
  return (exp + CLOCK_TOLERANCE_SECONDS) * 1000;
}

async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM };
}

function idOf(actor: Exclude<Actor, { role: 'anonymous' }>): string {
  switch (actor.role) {
    case 'consumer':
      return actor.consumerId;
    case 'restaurant':
      return actor.restaurantId;
    case 'courier':
      return actor.courierId;
    case 'support':
      return actor.supportAgentId;
  }
}

function actorOfClaims({ sub, role }: JWTPayload): Actor | undefined {
  if (sub === undefined || !isUuid(sub)) return undefined;
  const id = sub.toLowerCase();
  switch (role) {
    case 'consumer':
      return { role, consumerId: id };
    case 'restaurant':
      return { role, restaurantId: id };
    case 'courier':
      return { role, courierId: id };
    case 'support':
      return { role, supportAgentId: id };
    default:
      return undefined;
  }
}

/** The issuer's keys could not be fetched: not the caller's fault. */
function isKeyFailure(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}
