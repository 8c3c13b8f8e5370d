// The JSON-RPC 2.0 envelope, https://www.jsonrpc.org/specification; "§" below is a section of it. Pure: what a
// procedure does, and what is allowed, is not known here.

/** §4.1: ids are texts, numbers or null; we echo them and read nothing into them. */
export type RpcId = string | number | null;

/** §5.1. `data` carries what a program should look at; numbers and sentences are for people and standard clients. */
export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: object;
}

export type RpcResponse =
  | { readonly jsonrpc: '2.0'; readonly result: unknown; readonly id: RpcId }
  | { readonly jsonrpc: '2.0'; readonly error: RpcError; readonly id: RpcId };

/** A call, or without an id a notification: done, but never answered (§4.1). */
export interface RpcRequest {
  readonly method: string;
  readonly params: object;
  readonly id?: RpcId;
}

/** What stands behind the envelope. */
export interface RpcServer {
  /** Runs the operation; rejects with whatever `errorOf` can turn into an error object. */
  perform(method: string, params: object): Promise<unknown>;
  errorOf(thrown: unknown): RpcError;
  /** In a batch, a call that changes something waits for the calls before it, and those after it wait for it. */
  changesSomething(method: string): boolean;
}

/** §5.1: the JSON was fine, the request object was not. */
export const INVALID_REQUEST = -32600;

/** A batch is as much work as its calls; more than this is refused as a whole. */
export const MAX_BATCH_CALLS = 50;

/**
 * The answer to one HTTP body: one response, an array of responses, or nothing where only notifications came.
 * Never rejects: each call's failure is that call's own answer.
 */
export async function answerTo(
  body: unknown,
  server: RpcServer,
): Promise<RpcResponse | readonly RpcResponse[] | undefined> {
  if (!Array.isArray(body)) return answerToOne(body, server);
  // §6: an empty batch is not a batch, and is answered by one error object, no array.
  if (body.length === 0) return invalidRequest('a batch must hold at least one call', null);
  if (body.length > MAX_BATCH_CALLS) {
    return invalidRequest(`a batch must hold at most ${MAX_BATCH_CALLS} calls, not ${body.length}`, null);
  }
  const responses = await answerInOrder(body, server);
  // §6: nothing at all for a batch of notifications, not even an empty array.
  return responses.length > 0 ? responses : undefined;
}

/**
 * §6 leaves the order to the server. Reads run side by side; a change runs alone, in its place, so that a batch means
 * what it would mean as single calls, one after the other.
 */
async function answerInOrder(messages: readonly unknown[], server: RpcServer): Promise<RpcResponse[]> {
  const answers: Promise<RpcResponse | undefined>[] = [];
  for (const message of messages) {
    const alone =
      isObject(message) && typeof message['method'] === 'string' && server.changesSomething(message['method']);
    if (alone) await Promise.all(answers);
    const answer = answerToOne(message, server);
    answers.push(answer);
    if (alone) await answer;
  }
  return (await Promise.all(answers)).filter((answer) => answer !== undefined);
}

async function answerToOne(message: unknown, server: RpcServer): Promise<RpcResponse | undefined> {
  const request = readRequest(message);
  if (!('method' in request)) return request;
  const { method, params, id } = request;
  try {
    const result = await server.perform(method, params);
    return id === undefined ? undefined : { jsonrpc: '2.0', result, id };
  } catch (thrown) {
    const error = server.errorOf(thrown);
    // §4.1: whoever sends a notification does not learn of errors either.
    return id === undefined ? undefined : { jsonrpc: '2.0', error, id };
  }
}

/** §4: the request object, or the error that answers what is none. */
function readRequest(message: unknown): RpcRequest | RpcResponse {
  if (!isObject(message)) return invalidRequest('a call must be an object', null);
  const { jsonrpc, method, params } = message;
  const id = Object.hasOwn(message, 'id') ? message['id'] : undefined;
  if (id !== undefined && !isId(id)) {
    return invalidRequest(
      `id must be a text, null, or a number, a whole one of at most ${Number.MAX_SAFE_INTEGER} on either side of 0`,
      null,
    );
  }
  const invalid = (reason: string): RpcResponse => invalidRequest(reason, id ?? null);
  if (jsonrpc !== '2.0') return invalid('jsonrpc must be exactly "2.0"');
  if (typeof method !== 'string') return invalid('method must be the text that names an operation');
  if (params !== undefined && (typeof params !== 'object' || params === null)) {
    return invalid('params must be an object, or be left out');
  }
  // §4.2 allows params by position and by name. We take names; where there are no positions, there is nothing to name.
  const none = params === undefined || (Array.isArray(params) && params.length === 0);
  return { method, params: none ? {} : params, ...(id !== undefined && { id }) };
}

/** §5: the id is echoed where it could be read, and is null where it could not. */
function invalidRequest(reason: string, id: RpcId): RpcResponse {
  return {
    jsonrpc: '2.0',
    error: {
      code: INVALID_REQUEST,
      message: `This is not a JSON-RPC 2.0 call: ${reason}.`,
      data: { code: 'unreadable', details: { reason } },
    },
    id,
  };
}

/**
 * §4.1. A whole number beyond 2^53 has been rounded by the time we see it (RFC 8259 §6), and an echo of it would be
 * another id; so it is refused rather than answered wrongly. Of one with a fraction, which "SHOULD NOT" be, the echo has
 * as many digits as double precision.
 */
function isId(value: unknown): value is RpcId {
  if (typeof value === 'number') return Number.isSafeInteger(value) || (Number.isFinite(value) && value % 1 !== 0);
  return typeof value === 'string' || value === null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
