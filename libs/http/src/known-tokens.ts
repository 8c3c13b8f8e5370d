import type { Actor } from '@rungs/domain';

/** Well below the ten minutes for which an issuer's keys are held: a key that was withdrawn is not good for longer. */
const REMEMBERED_MS = 60_000;
/** About a kilobyte each. */
const MOST_REMEMBERED = 1_000;

/**
 * Whose the tokens are that were verified a moment ago. Verifying a signature takes as much time as all the rest of a
 * request that reads, and a client that draws a page sends the same token many times.
 */
export class KnownTokens {
  readonly #known = new Map<string, { readonly actor: Actor; readonly untilMs: number }>();

  /** Undefined where the token has to be verified. */
  actorOf(token: string): Actor | undefined {
    const known = this.#known.get(token);
    if (known === undefined) return undefined;
    if (Date.now() < known.untilMs) return known.actor;
    this.#known.delete(token);
    return undefined;
  }

  /** Of a token that was verified, and is good until then, in milliseconds of Unix time. */
  remember(token: string, actor: Actor, goodUntilMs: number): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(token, { actor, untilMs: Math.min(goodUntilMs, Date.now() + REMEMBERED_MS) });
  }
}
