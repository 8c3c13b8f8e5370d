import { browserLike, type Instruments } from '@rungs/measure';
import { INSTRUMENTS } from './measured-server.ts';

/** How long one request of a program takes: by the number that the recorder gave it. */
export type ExchangeDuration = (n: number) => number;

interface Due {
  readonly atMs: number;
  /** When it was asked for, by counting: of what is due at once, that happens first. */
  readonly order: number;
  readonly happen: () => void;
}

const askServer = browserLike(fetch);

/** Turns of the event loop in which nothing may begin before time goes on. */
const QUIET_TURNS = 4;

/**
 * A world in which nothing takes time but what is said to: recorded requests and pauses. Everything is really asked
 * and answered; the clock stands still meanwhile, and moves when nobody has anything left to do but wait. Nothing is
 * left to chance: of requests that are under way at the same time, the server is given one after the other.
 */
export class VirtualTime {
  #nowMs = 0;
  #asking = 0;
  #turn = 0;
  #orders = 0;
  readonly #due: Due[] = [];
  #before: Promise<unknown> = Promise.resolve();

  constructor(private readonly durationMs: ExchangeDuration) {}

  get instruments(): Instruments {
    return { ...INSTRUMENTS, nowMs: () => this.#nowMs, wait: (durationMs) => this.#until(this.#nowMs + durationMs) };
  }

  /** What a recorder marked takes the time that it is said to; everything else takes none. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const span = /^00-[0-9a-f]{32}-([0-9a-f]{16})-/.exec(new Headers(init?.headers).get('traceparent') ?? '')?.[1];
    const endMs = span === undefined ? undefined : this.#nowMs + this.durationMs(Number.parseInt(span, 16));
    const order = (this.#orders += 1);
    const response = await this.#asked(input, init);
    if (endMs !== undefined) await this.#until(endMs, order);
    return response;
  };

  /** Lets time go on until that has come to its end. */
  async during<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = work.finally(() => (isOver = true));
    // Whoever awaits the work hears of its failure; here it only ends the time.
    over.catch(() => undefined);
    while (!isOver) {
      await this.#quiet();
      this.#goOn();
    }
    return over;
  }

  async #asked(...asked: Parameters<typeof globalThis.fetch>): Promise<Response> {
    this.#asking += 1;
    const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
    const before = this.#before;
    this.#before = isOver;
    try {
      await before;
      const response = await askServer(...asked);
      const body = response.status === 304 || response.status === 204 ? null : await response.arrayBuffer();
      return new Response(body, response);
    } finally {
      this.#asking -= 1;
      this.#turn += 1;
      end();
    }
  }

  #until(atMs: number, order = (this.#orders += 1)): Promise<void> {
    this.#turn += 1;
    return new Promise((happen) => this.#due.push({ atMs, order, happen }));
  }

  async #quiet(): Promise<void> {
    for (let quiet = 0, turn = this.#turn; quiet < QUIET_TURNS; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#asking > 0 || turn !== this.#turn) [quiet, turn] = [-1, this.#turn];
    }
  }

  /** To the next thing that is due, and to that alone: what follows from it, follows before anything else happens. */
  #goOn(): void {
    const [next] = this.#due.toSorted((one, other) => one.atMs - other.atMs || one.order - other.order);
    if (!next) return;
    this.#due.splice(this.#due.indexOf(next), 1);
    this.#nowMs = next.atMs;
    next.happen();
  }
}
