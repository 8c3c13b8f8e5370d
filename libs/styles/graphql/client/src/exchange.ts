import type { RefusalJson } from '@rungs/json';
import { RefusedError, UnexpectedAnswerError, type ClientOptions } from '@rungs/scenarios';

// GraphQL over HTTP: a POST with the operation's text and its variables, whatever is asked.

/** An operation's text, typed by what it answers and what it is asked with. */
export interface GraphqlDocument<Data, Variables> {
  readonly text: string;
  /** Only there for the types. */
  readonly types?: (variables: Variables) => Data;
}

/** Written to be read; sent without the indentation, as a build step would. */
export function documentOf<Data, Variables>(text: string): GraphqlDocument<Data, Variables> {
  return { text: text.replaceAll(/\s+/g, ' ').trim() };
}

export function endpointOf({ baseUrl }: Pick<ClientOptions, 'baseUrl'>): string {
  return `${baseUrl}/graphql`;
}

/** A persisted document is sent with its id, by which the server will know it from then on. */
export function postOf<Data, Variables>(
  { text, id }: GraphqlDocument<Data, Variables> & Partial<Pick<PersistedDocument<Data, Variables>, 'id'>>,
  variables: Variables,
  { accessToken }: Pick<ClientOptions, 'accessToken'>,
): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify({ ...(id !== undefined && { documentId: id }), query: text, variables }),
  };
}

/** A document that the server knows by its hash: it is on the list of trusted ones, or was registered. */
export interface PersistedDocument<Data, Variables> extends GraphqlDocument<Data, Variables> {
  /** `sha256:` and the hexadecimal digest of the text, made when the client was built. */
  readonly id: string;
}

/**
 * Asks for a persisted document: by GET, so that caches can tell one answer from another, with all that it takes in the
 * address. Parameters stand in the order that GraphQL over HTTP's proposal gives them, so that there is one address.
 */
export function persistedAddressOf<Data, Variables>(
  { id }: PersistedDocument<Data, Variables>,
  variables: Variables,
  options: Pick<ClientOptions, 'baseUrl'>,
): string {
  return `${endpointOf(options)}?documentId=${id}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
}

export function getOf({ accessToken }: Pick<ClientOptions, 'accessToken'>): RequestInit {
  return {
    headers: {
      accept: 'application/graphql-response+json',
      // No page of a stranger can send this without being asked first: the server wants to see it.
      'apollo-require-preflight': 'true',
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    },
  };
}

/** The data of an answer, with what is null left out as in plain JSON; throws a refusal that came as an error. */
export async function dataOf<Data, Variables>(
  asked: GraphqlDocument<Data, Variables>,
  response: Response,
): Promise<Data> {
  return withoutNulls(await answerTo(asked, response)) as Data;
}

/**
 * The data of an answer as it came; throws a refusal that came as an error. Of the data it looks at nothing: what is
 * read of it, whoever asked reads.
 */
export async function answerTo<Data, Variables>(
  _asked: GraphqlDocument<Data, Variables>,
  response: Response,
): Promise<Data> {
  const body = await bodyOf(response);
  const answer = typeof body === 'object' && body !== null ? (body as Answer) : undefined;
  const error = answer?.errors?.[0];
  const refusal = error && refusalOf(error);
  if (refusal) throw new RefusedError(refusal, response.status);
  if (error || !answer?.data) {
    throw new UnexpectedAnswerError(`HTTP ${response.status}, no answer: ${JSON.stringify(body).slice(0, 200)}`);
  }
  return answer.data as Data;
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    // Whatever else goes wrong is the connection's fault, not the answer's.
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnexpectedAnswerError(`HTTP ${response.status} with a body that is no JSON: ${error.message}`);
  }
}

interface GraphqlError {
  readonly message?: unknown;
  readonly extensions?: { readonly refusal?: unknown; readonly details?: unknown };
}
interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly GraphqlError[];
}

function refusalOf({ message, extensions }: GraphqlError): RefusalJson | undefined {
  const { refusal: code, details } = extensions ?? {};
  return typeof code === 'string' ? refusalJson(code, String(message), details ?? {}) : undefined;
}

/** As all styles report it: a page size that is wrong is the catalogue's `limit`. */
export function refusalJson(code: string, message: string, details: object): RefusalJson {
  const { errors } = details as { readonly errors?: readonly { readonly path: string; readonly message: string }[] };
  const renamed = errors?.map((error) => (/^\/(first|last)$/.test(error.path) ? { ...error, path: '/limit' } : error));
  return { code, message, details: { ...details, ...(renamed && { errors: renamed }) } } as RefusalJson;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member)]),
  );
}
