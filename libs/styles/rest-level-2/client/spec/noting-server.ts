import type { Answered, Asking, ProgramContext } from '@rungs/scenarios';

/** What a client program sent, and with what it said it depends. */
export interface Noted {
  readonly n: number;
  readonly label: string;
  readonly dependsOn: readonly number[];
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Prepared {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const ORIGIN = 'http://rungs.example';

/** Answers client programs as prepared, and notes what they send. */
export class NotingServer implements Asking {
  readonly requests: Noted[] = [];
  /** How often the program let time pass. */
  pauses = 0;
  /** The answers that the program has not read to their end. */
  readonly unread = new Set<string>();
  readonly answers: Prepared[] = [];
  readonly #held: { readonly n: number; readonly until: Promise<void> } | undefined;

  constructor(
    private readonly answerTo: (request: Noted, server: NotingServer) => Prepared,
    held?: { readonly n: number; readonly until: Promise<void> },
  ) {
    this.#held = held;
  }

  get context(): ProgramContext {
    let keys = 0;
    return {
      baseUrl: ORIGIN,
      accessToken: 'token',
      asking: this,
      newKey: () => `key-${(keys += 1)}`,
      pause: async () => void (this.pauses += 1),
    };
  }

  async fetch(label: string, dependsOn: readonly number[], url: string, init: RequestInit = {}): Promise<Answered> {
    const n = this.requests.length + 1;
    const { method = 'GET', body } = init;
    const noted: Noted = {
      n,
      label,
      dependsOn,
      method,
      path: url.startsWith(ORIGIN) ? url.slice(ORIGIN.length) : url,
      headers: new Headers(init.headers),
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    };
    this.requests.push(noted);
    const prepared = this.answerTo(noted, this);
    this.answers.push(prepared);
    if (this.#held?.n === n) await this.#held.until;
    return { n, response: this.#responseOf(label, prepared) };
  }

  /** Its body can be read once, and says so when somebody reads all of its members where single ones would do. */
  #responseOf(label: string, { status = 200, headers, body }: Prepared): Response {
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    const response = new Response(null, { status, headers: { 'content-type': type, ...headers } });
    this.unread.add(label);
    const json = (): Promise<unknown> => {
      if (!this.unread.delete(label)) throw new Error(`The body of "${label}" was read twice.`);
      return Promise.resolve(watched(body));
    };
    return Object.defineProperty(response, 'json', { value: json });
  }
}

function watched(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, name) => watched(Reflect.get(target, name)),
    ownKeys: (target) => {
      // A refusal is passed on as a whole, whatever it says.
      if ('code' in target) return Reflect.ownKeys(target);
      throw new Error('All members of an answer were read.');
    },
  });
}
