import { hash } from 'node:crypto';
import { HeaderMap, type ApolloServerPlugin, type GraphQLRequest } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import { isTrusted, trustedText } from './trusted-documents.ts';

/** `any`: whatever is valid and within the limits. `trusted`: what the manifest of our own clients holds. */
export type DocumentsPolicy = 'any' | 'trusted';

/** The form in which GraphQL over HTTP's proposal of persisted documents names a text. */
const DOCUMENT_ID = /^sha256:([0-9a-f]{64})$/;
const SHA_256 = /^[0-9a-f]{64}$/;

/** What runs in place of what is refused, as far as to the first hook in which Apollo takes a refusal: nothing of ours. */
const NOTHING = '{ __typename }';

const ANOTHERS = 'provided sha does not match query';

interface PersistedQuery {
  readonly version?: unknown;
  readonly sha256Hash?: unknown;
}

/**
 * Which text a request means: the one it brings, one of the manifest, or one that was registered (Apollo's automatic
 * persisted queries). A text is named by `extensions.persistedQuery` or by `documentId`.
 */
export function persistedDocuments(policy: DocumentsPolicy): ApolloServerPlugin {
  return {
    requestDidStart: ({ request }) => {
      const refusal = settle(request, policy);
      if (!refusal) return Promise.resolve();
      Object.assign(request, { query: NOTHING, operationName: undefined, extensions: undefined });
      return Promise.resolve({ didResolveOperation: () => Promise.reject(refusal) });
    },
  };
}

/** Has the request bring its text, if that is known here; the error if it may not run. */
function settle(request: GraphQLRequest, policy: DocumentsPolicy): GraphQLError | undefined {
  // GraphQL over HTTP, GET: empty is as good as not there.
  if (request.operationName === '') delete request.operationName;
  const named = hashIn(request);
  if (named instanceof GraphQLError) return named;
  const { query } = request;
  if (named === undefined) {
    if (policy === 'any' || query === undefined) return undefined;
    return isTrusted(sha256(query)) ? undefined : notTrusted(sha256(query));
  }
  if (query !== undefined && sha256(query) !== named) return invalid(ANOTHERS);
  const text = query ?? trustedText(named);
  if (policy === 'trusted' && !isTrusted(named)) return notTrusted(named);
  const { persistedQuery: _, ...extensions } = request.extensions ?? {};
  // What is always there need not take the room of what is registered.
  request.extensions = isTrusted(named) ? extensions : { ...extensions, persistedQuery: registered(named) };
  if (text !== undefined) request.query = text;
  return undefined;
}

/** The form in which Apollo looks a text up, or registers it. */
function registered(sha256Hash: string): { readonly version: 1; readonly sha256Hash: string } {
  return { version: 1, sha256Hash };
}

/** The hash by which a request names its text. */
function hashIn({ http, extensions, query }: GraphQLRequest): string | GraphQLError | undefined {
  const documentId = http && documentIdIn(http);
  if (documentId !== undefined && documentId !== null) {
    const [, found] = (typeof documentId === 'string' && DOCUMENT_ID.exec(documentId)) || [];
    return found ?? invalid('`documentId` is `sha256:` and 64 hexadecimal digits in lower case.');
  }
  const { persistedQuery } = (extensions ?? {}) as { readonly persistedQuery?: PersistedQuery | null };
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const { version, sha256Hash } = persistedQuery;
  if (version !== 1) return invalid('Unsupported persisted query version');
  if (typeof sha256Hash === 'string' && SHA_256.test(sha256Hash)) return sha256Hash;
  return invalid(query === undefined ? '`sha256Hash` is 64 hexadecimal digits in lower case.' : ANOTHERS);
}

/** GraphQL over HTTP, Persisted Document Request Parameters: beside the others, in the query or in the body. */
function documentIdIn({ method, search, body }: NonNullable<GraphQLRequest['http']>): unknown {
  if (method === 'GET') return new URLSearchParams(search).get('documentId');
  return (body as { readonly documentId?: unknown }).documentId;
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** Where Apollo has words for it, in those: clients may wait for them. It has no code for them, so they are said here. */
function invalid(message: string): GraphQLError {
  const details = { errors: [{ path: '', message }] };
  const http = { status: 400, headers: new HeaderMap() };
  return new GraphQLError(message, {
    extensions: { code: ApolloServerErrorCode.BAD_REQUEST, refusal: 'invalid-input', details, http },
  });
}

/** For a client there is nothing to register: it is not told so in the words that would make it try. */
function notTrusted(operation: string): GraphQLError {
  const http = { status: 403, headers: new HeaderMap() };
  return new GraphQLError('Here only documents run that were written into the list of trusted ones.', {
    extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST', refusal: 'operation-unknown', details: { operation }, http },
  });
}
