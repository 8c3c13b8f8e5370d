import { NotOfferedError, RefusedError, type StyleClient, type StyleEntry } from '@rungs/scenarios';
import { locate, memberAt, type Pointer } from './answer.ts';
import type { Chapter, Example } from './example.ts';
import { filledIn, isOfNow, text, valueOfNow, variablesIn, withNames } from './variables.ts';

// What each style really sends: its own client does every example against a server, and the requests are kept with the
// names of variables where one run has ids, versions and instants of its own.

/** One request and what came back. */
export interface Exchange {
  readonly method: string;
  /** From the server's root: `/level2/orders/{{orderId}}`. */
  readonly path: string;
  /** But for the credential, which is the actor's. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes where the request carries a file. */
  readonly body?: string | Uint8Array;
  readonly status: number;
  readonly contentType: string;
  /** Undefined where it is no JSON. */
  readonly answer: unknown;
}

export interface Recorded {
  readonly example: Example;
  /** The last one does what the example is about; at level 3 others lead to it. */
  readonly exchanges: readonly Exchange[];
  /** Where level 3's client began. */
  readonly entry?: Exchange;
  /** The client was not told that it may: level 3's refusal in advance. */
  readonly isNotOffered: boolean;
  /** Where in the last answer the variables come from … */
  readonly saves: Readonly<Record<string, Pointer>>;
  /** … and where it shows what it is to show. */
  readonly shows: readonly { readonly at: Pointer; readonly value: string | number | boolean }[];
}

export interface RecordedChapter extends Omit<Chapter, 'examples'> {
  readonly recorded: readonly Recorded[];
}

export interface StyleRecording extends Pick<StyleEntry, 'style' | 'title' | 'exceptions'> {
  readonly chapters: readonly RecordedChapter[];
  /** What each variable that is a number was first: versions are the same after every reset. */
  readonly numbers: ReadonlyMap<string, number>;
}

type Values = Map<string, string | number>;

/** Too short to be told from other text: such values are never looked for in what is sent. */
const MIN_UNIQUE_CHARACTERS = 16;

/** Does the chapters in one style, on a server whose data were just reset. */
export async function record(
  entry: StyleEntry,
  baseUrl: string,
  chapters: readonly Chapter[],
): Promise<StyleRecording> {
  const { style, title, exceptions } = entry;
  const run = new Run(entry, baseUrl);
  const recordedChapters: RecordedChapter[] = [];
  for (const { examples, ...chapter } of chapters) {
    const recorded: Recorded[] = [];
    for (const example of examples) recorded.push(await run.example(example));
    recordedChapters.push({ ...chapter, recorded });
  }
  return { style, title, exceptions, chapters: recordedChapters, numbers: run.numbers };
}

class Run {
  /** What the variables stand for, as the client said it … */
  private readonly said: Values = new Map();
  /** … and as it stood in the answer. */
  private readonly values: Values = new Map();
  readonly numbers = new Map<string, number>();
  private readonly clients = new Map<Example['as'], Promise<StyleClient>>();
  private readonly entries = new Map<Example['as'], Exchange>();
  private exchanges: Exchange[] = [];

  constructor(
    private readonly entry: StyleEntry,
    private readonly baseUrl: string,
  ) {}

  async example(example: Example): Promise<Recorded> {
    this.exchanges = [];
    const client = await this.clientOf(example.as);
    const done = await this.attempt(client, example);
    const entry = this.entries.get(example.as);
    const recorded = { example, exchanges: this.exchanges, ...(entry && { entry }), isNotOffered: done.isNotOffered };
    if (example.refused !== undefined) return { ...recorded, saves: {}, shows: [] };

    const answer = this.exchanges.at(-1)?.answer;
    const find = (path: string, value: unknown): Pointer => this.find(example, answer, path, value);
    const saves = Object.entries(example.saves ?? {}).map(([name, path]) => {
      const said = memberAt(done.outcome, path) as string | number;
      const value = this.plain(said) as string | number;
      this.said.set(name, said);
      this.values.set(name, value);
      if (typeof value === 'number' && !this.numbers.has(name)) this.numbers.set(name, value);
      return [name, find(path, value)] as const;
    });
    const shows = Object.entries(example.shows ?? {}).map(([path, value]) => {
      const got = memberAt(done.outcome, path);
      if (got !== value) throw this.failure(example, `shows ${JSON.stringify(got)} at ${path}`);
      return { value, path };
    });
    return {
      ...recorded,
      saves: Object.fromEntries(saves),
      // Bytes have no members to point at.
      shows: answer === undefined ? [] : shows.map(({ path, value }) => ({ at: find(path, value), value })),
    };
  }

  private async attempt(
    client: StyleClient,
    example: Example,
  ): Promise<{ readonly outcome?: unknown; readonly isNotOffered: boolean }> {
    const { operation, input, refused } = example;
    try {
      const outcome = await client[operation](this.filled(input) as never);
      if (refused === undefined) return { outcome, isNotOffered: false };
    } catch (error) {
      if (refused !== undefined && error instanceof NotOfferedError) return { isNotOffered: true };
      if (error instanceof RefusedError && error.refusal.code === refused) return { isNotOffered: false };
      throw this.failure(example, error instanceof Error ? error.message : String(error), error);
    }
    throw this.failure(example, `succeeded; it was to be refused as ${refused}`);
  }

  private failure({ operation, says }: Example, what: string, cause?: unknown): Error {
    return new Error(`${this.entry.style}, ${operation} (${says}): ${what}`, { cause });
  }

  /** The input with everything filled in that earlier answers said. */
  private filled(input: unknown): unknown {
    return JSON.parse(JSON.stringify(input), (_name, held: unknown) =>
      typeof held === 'string' ? filledIn(held, (name) => this.valueOf(name, this.said)) : held,
    ) as unknown;
  }

  private valueOf(name: string, values: Values): string {
    // A name until the request is sent: each has a value of its own.
    if (isOfNow(name)) return values === this.said ? text(name) : valueOfNow(name);
    const value = values.get(name);
    if (value === undefined) throw new Error(`${this.entry.style}: no answer before has said what ${name} is.`);
    return String(value);
  }

  private find({ operation, says }: Example, answer: unknown, path: string, value: unknown): Pointer {
    const found = locate(answer, path, value, (held) => this.plain(held));
    if (!found) throw new Error(`${this.entry.style}, ${operation} (${says}): nothing in the answer is ${path}.`);
    return found;
  }

  /** A level 3 client's cursor is the link itself, behind a mark of its own; links may be absolute or not. */
  private plain(value: unknown): unknown {
    if (typeof value !== 'string') return value;
    return value.startsWith('/') || value.includes(this.baseUrl)
      ? value.slice(value.lastIndexOf(' ') + 1).replace(this.baseUrl, '')
      : value;
  }

  private clientOf(as: Example['as']): Promise<StyleClient> {
    const known = this.clients.get(as) ?? this.connect(as);
    this.clients.set(as, known);
    return known;
  }

  private async connect(as: Example['as']): Promise<StyleClient> {
    const accessToken = as === 'anonymous' ? undefined : await tokenOf(this.baseUrl, as);
    return this.entry.connect({
      baseUrl: this.baseUrl,
      accessToken,
      fetch: (url, init) => this.fetch(as, String(url), init ?? {}),
    });
  }

  private async fetch(as: Example['as'], url: string, init: RequestInit): Promise<Response> {
    const { authorization, ...headers } = Object.fromEntries(new Headers(init.headers));
    const named = {
      method: init.method ?? 'GET',
      path: this.named(url.replace(this.baseUrl, '')),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, this.named(value)])),
      ...(init.body && { body: await this.namedBody(init.body) }),
    };
    const fill = (sent: string): string => filledIn(sent, (name) => this.valueOf(name, this.values));
    const response = await fetch(`${this.baseUrl}${filledIn(named.path, (name) => this.inUrl(name))}`, {
      method: named.method,
      headers: {
        ...Object.fromEntries(Object.entries(named.headers).map(([name, value]) => [name, fill(value)])),
        ...(authorization !== undefined && { authorization }),
      },
      ...(named.body !== undefined && {
        body: typeof named.body === 'string' ? fill(named.body) : (named.body as BodyInit),
      }),
    });
    const contentType = response.headers.get('content-type') ?? '';
    const answer: unknown = /json/.test(contentType) ? await response.clone().json() : undefined;
    const exchange = { ...named, status: response.status, contentType, answer };
    if (url === `${this.baseUrl}/level3`) this.entries.set(as, exchange);
    else this.exchanges.push(exchange);
    return response;
  }

  private inUrl(name: string): string {
    const value = this.valueOf(name, this.values);
    return value.startsWith('/') ? value : encodeURIComponent(value);
  }

  private async namedBody(body: BodyInit): Promise<string | Uint8Array> {
    return typeof body === 'string' ? this.named(body) : new Uint8Array(await new Response(body).arrayBuffer());
  }

  /** What a client made of its input and of what it was told, with names again. */
  private named(sent: string): string {
    let named = withNames(sent.replaceAll('%7B%7B', '{{').replaceAll('%7D%7D', '}}').replaceAll('%24guid', '$guid'));
    for (const [name, value] of [...this.values].reverse()) {
      if (typeof value !== 'string' || value.length < MIN_UNIQUE_CHARACTERS) continue;
      named = named.replaceAll(value, text(name)).replaceAll(encodeURIComponent(value), text(name));
    }
    return named;
  }
}

async function tokenOf(baseUrl: string, persona: string): Promise<string> {
  const response = await fetch(`${baseUrl}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** What a recorded request still needs to know before it can be sent. */
export function variablesOf({ path, headers, body }: Exchange): string[] {
  return variablesIn([path, ...Object.values(headers), typeof body === 'string' ? body : ''].join('\n'));
}
