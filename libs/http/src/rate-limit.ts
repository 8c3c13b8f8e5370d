import { isIPv6 } from 'node:net';
import { ANONYMOUS, subjectOf } from '@rungs/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { serializeList } from 'structured-headers';
import { subjectOfRequest } from './current-actor.ts';
import { HttpRefusal } from './http-refusal.ts';

export interface RateLimitSettings {
  /** How many requests one actor may make within a minute. */
  readonly perMinute: number;
  /** The same for requests that a comparison of the lab makes; these are told by `isOfLab`. */
  readonly lab?: {
    readonly perMinute: number;
    readonly isOfLab: (request: FastifyRequest) => boolean;
  };
  /**
   * How many are told apart within a minute, 100,000 unless given: whoever comes from a new address each time must not
   * fill the memory. Beyond that, newcomers share one budget.
   */
  readonly mostActors?: number;
}

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Counts what came otherwise than as a request and costs as much: an operation over a WebSocket.
     *
     * @throws HttpRefusal 429 when it is one too many
     */
    takeFromBudget(asker: Asker): Promise<void>;
  }
}

/** Who asks: somebody by name, and everybody else by where they come from. */
export interface Asker {
  /** `consumer:0190…`; undefined when the credential was refused or never looked at. */
  readonly subject: string | undefined;
  /** IPv4 or IPv6. */
  readonly address: string;
}

const WINDOW_SECONDS = 60;

const MOST_ACTORS = 100_000;
const NEWCOMERS = 'newcomers';
const NOBODY = subjectOf(ANONYMOUS);

/** What is left of a budget, and for how long. */
interface Left {
  readonly isExceeded: boolean;
  readonly requests: number;
  readonly seconds: number;
}

/** A number of requests for each of many, in windows that begin with the first; kept in this process's memory. */
class Budget {
  readonly #limiter: RateLimiterMemory;
  #newcomers = 0;
  #countedSinceMs = 0;

  constructor(
    readonly name: string,
    readonly quota: number,
    private readonly mostActors: number,
  ) {
    this.#limiter = new RateLimiterMemory({ points: quota, duration: WINDOW_SECONDS });
  }

  async take(key: string): Promise<Left> {
    try {
      return left(await this.#consume(key), false);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return left(refused, true);
      throw refused;
    }
  }

  async #consume(key: string): Promise<RateLimiterRes> {
    if (Date.now() - this.#countedSinceMs >= WINDOW_SECONDS * 1000) {
      this.#newcomers = 0;
      this.#countedSinceMs = Date.now();
    }
    const isCrowded = this.#newcomers >= this.mostActors && (await this.#limiter.get(key)) === null;
    const taken = await this.#limiter.consume(isCrowded ? NEWCOMERS : key);
    if (taken.isFirstInDuration) this.#newcomers += 1;
    return taken;
  }
}

function left({ remainingPoints, msBeforeNext }: RateLimiterRes, isExceeded: boolean): Left {
  return { isExceeded, requests: remainingPoints, seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

/**
 * Counts the requests of each actor, those of nobody in particular by where they come from, and refuses what is too
 * much with 429 (RFC 6585 §4) and `Retry-After`: before a body is read, and without asking the database. Every answer
 * says what is left, in the fields of draft-ietf-httpapi-ratelimit-headers-10, which is no standard yet.
 *
 * Call after sign-in is registered.
 *
 * @param settings nothing is counted without
 * @param isLimited whether requests to this address count at all
 */
export function registerRateLimit(
  fastify: FastifyInstance,
  settings: RateLimitSettings | undefined,
  isLimited: (url: string) => boolean,
): void {
  if (!settings) {
    fastify.decorate('takeFromBudget', () => Promise.resolve());
    return;
  }
  const { perMinute, lab, mostActors = MOST_ACTORS } = settings;
  const everyday = new Budget('default', perMinute, mostActors);
  const ofLab = lab && new Budget('lab', lab.perMinute, mostActors);
  fastify.decorate('takeFromBudget', async (asker: Asker) => {
    const taken = await everyday.take(keyOf(asker));
    if (taken.isExceeded) throw tooMany(everyday, taken);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isLimited(request.raw.url ?? '/')) return;
    const budget = ofLab && lab.isOfLab(request) ? ofLab : everyday;
    const taken = await budget.take(keyOf({ subject: subjectOfRequest(request), address: request.ip }));
    sayWhatIsLeft(reply, budget, taken);
    if (taken.isExceeded) throw tooMany(budget, taken);
  });
}

function tooMany({ quota }: Budget, { seconds }: Left): HttpRefusal {
  return new HttpRefusal({
    httpStatus: 429,
    title: 'Too Many Requests',
    detail: `More than ${quota} requests within a minute; try again in ${seconds} s.`,
    retryAfterSeconds: seconds,
  });
}

/** Structured fields (RFC 9651): the policy's quota and window in seconds; what is left of it, and until when. */
function sayWhatIsLeft(reply: FastifyReply, { name, quota }: Budget, { requests, seconds }: Left): void {
  const policy = new Map([
    ['q', quota],
    ['w', WINDOW_SECONDS],
  ]);
  const now = new Map([
    ['r', requests],
    ['t', seconds],
  ]);
  void reply.headers({ 'ratelimit-policy': serializeList([[name, policy]]), ratelimit: serializeList([[name, now]]) });
}

function keyOf({ subject, address }: Asker): string {
  return subject === undefined || subject === NOBODY ? networkOf(address) : subject;
}

/** An IPv6 site is given 2^64 addresses at least (RFC 6177 §2): whoever has one has them all. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('%', 1)[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) groups.push(...Array<string>(8 - groups.length).fill('0'));
  return groups.slice(0, 4).join(':');
}
