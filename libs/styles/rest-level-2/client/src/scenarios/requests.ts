import { UnexpectedAnswerError, type Answered, type ProgramContext } from '@rungs/scenarios';
import { answerOf, headersFor, json } from '../exchange.ts';

/**
 * A URI template (RFC 6570) as far as this client's own go: `{name}` is one segment of the path (RFC 3986 §3.3, whatever
 * it holds), `{?one,other}` the query; lists are joined by commas.
 */
export function expanded(template: string, variables: Readonly<Record<string, Value>>): string {
  const valueOf = (name: string): string =>
    [variables[name] ?? []]
      .flat()
      .map((value) => encodeURIComponent(value))
      .join(',');
  return template.replace(/\{(\??)([\w,]+)\}/g, (_expression, query: string, names: string) =>
    query === ''
      ? valueOf(names)
      : `?${names
          .split(',')
          .map((name) => `${name}=${valueOf(name)}`)
          .join('&')}`,
  );
}

type Value = string | number | readonly string[];

/** What a client must know to choose from an answer: the names that it sends, taken from their dotted paths. */
export function namesIn(...paths: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(paths.flat().flatMap((path) => path.split('.')))];
}

export interface Got<T> {
  /** The exchange's number, for those that depend on it. */
  readonly n: number;
  readonly json: T;
  readonly headers: Headers;
}

export interface Change {
  readonly body?: object;
  /** What the thing was when it was seen, for `If-Match`: the tag that came with it, or the version that it says it has. */
  readonly entityTag?: string;
  readonly expectedVersion?: number;
  readonly idempotencyKey?: string;
}

/** What client programs of level 2 send, through the recorder. */
export class Requests {
  constructor(private readonly context: ProgramContext) {}

  async get<T>(label: string, dependsOn: readonly number[], path: string): Promise<Got<T>> {
    const { baseUrl, accessToken, asking } = this.context;
    const headers = headersFor(accessToken, {});
    return gotFrom(await asking.fetch(label, dependsOn, baseUrl + path, { headers }));
  }

  async put<T>(label: string, dependsOn: readonly number[], path: string, change: Change): Promise<Got<T>> {
    return gotFrom(await this.tryPut(label, dependsOn, path, change));
  }

  async post<T>(label: string, dependsOn: readonly number[], path: string, change: Change): Promise<Got<T>> {
    return gotFrom(await this.#send('POST', label, dependsOn, path, change));
  }

  /** The answer whatever its status, for who reckons with a refusal. */
  tryPut(label: string, dependsOn: readonly number[], path: string, change: Change): Promise<Answered> {
    return this.#send('PUT', label, dependsOn, path, change);
  }

  #send(method: string, label: string, dependsOn: readonly number[], path: string, change: Change): Promise<Answered> {
    const { baseUrl, accessToken, asking } = this.context;
    const { body, entityTag, ...conditions } = change;
    const content = body && json(body);
    return asking.fetch(label, dependsOn, baseUrl + path, {
      method,
      headers: {
        ...headersFor(accessToken, { ...conditions, ...(content && { content }) }),
        ...(entityTag !== undefined && { 'if-match': entityTag }),
      },
      ...(content && { body: content.body }),
    });
  }
}

async function gotFrom<T>({ n, response }: Answered): Promise<Got<T>> {
  return { n, json: await answerOf<T>(response), headers: response.headers };
}

/** What an answer carries in `ETag`, to be carried back in `If-Match`. */
export function entityTagOf({ headers }: Got<unknown>): string {
  const tag = headers.get('etag');
  if (tag === null) throw new UnexpectedAnswerError('The answer has no ETag that could go back in If-Match.');
  return tag;
}
