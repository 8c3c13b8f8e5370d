import type { OperationName, InputOf } from '@rungs/application';
import type { OutcomeJson, RefusalJson } from '@rungs/json';
import { RefusedError, UnexpectedAnswerError, type ClientOptions } from '@rungs/scenarios';

// JSON-RPC 2.0 over HTTP, the client's half: https://www.jsonrpc.org/specification

/** One call. The id is what the answer is found by; in a batch, answers may come in any order (§6). */
export interface Call<N extends OperationName> {
  readonly jsonrpc: '2.0';
  readonly id: number;
  readonly method: N;
  readonly params: InputOf<N>;
}

/** An answer as far as this client reads it; everything in it is checked before use. */
type Answer = Readonly<Partial<Record<'id' | 'result' | 'error', unknown>>>;

export function callOf<N extends OperationName>(id: number, method: N, params: InputOf<N>): Call<N> {
  return { jsonrpc: '2.0', id, method, params };
}

/** The one address that this style has. It takes one verb. */
export const ENDPOINT = '/level0';

export function endpointOf({ baseUrl }: Pick<ClientOptions, 'baseUrl'>): string {
  return `${baseUrl}${ENDPOINT}`;
}

/** The request that carries one call, or several as a batch. */
export function postOf(
  calls: Call<OperationName> | readonly Call<OperationName>[],
  { accessToken }: Pick<ClientOptions, 'accessToken'>,
): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify(calls),
  };
}

/** The outcome of the one call that the response answers; throws what the server refused. */
export async function outcomeOf<N extends OperationName>(call: Call<N>, response: Response): Promise<OutcomeJson<N>> {
  return outcomeIn([await bodyOf(response)], call, response.status);
}

/** Reads each call's outcome from the answer to a batch. */
export async function outcomesOf(
  response: Response,
): Promise<<N extends OperationName>(call: Call<N>) => OutcomeJson<N>> {
  const body = await bodyOf(response);
  // A batch that could not be read at all is answered by one error and no array (§6).
  const answers: readonly unknown[] = Array.isArray(body) ? body : [body];
  return (call) => outcomeIn(answers, call, response.status);
}

/** Of an answer that nobody expected. */
const SHOWN_CHARACTERS = 200;

async function bodyOf(response: Response): Promise<unknown> {
  // A body can be read once only; if it is no JSON, the error shows what it was instead.
  const copy = response.clone();
  try {
    return await response.json();
  } catch {
    const text = (await copy.text()).slice(0, SHOWN_CHARACTERS);
    throw new UnexpectedAnswerError(`HTTP ${response.status} with a body that is not JSON: ${text}`);
  }
}

function outcomeIn<N extends OperationName>(
  answers: readonly unknown[],
  call: Call<N>,
  httpStatus: number,
): OutcomeJson<N> {
  const read = answers.filter((answer): answer is Answer => typeof answer === 'object' && answer !== null);
  // An error about the whole message (unreadable, bad credential) has the id null (§5).
  const answer = read.find(({ id }) => id === call.id) ?? read.find(({ id, error }) => id === null && error);
  const refusal = refusalIn(answer?.error);
  if (refusal) throw new RefusedError(refusal, httpStatus);
  if (answer?.id !== call.id || !('result' in answer)) {
    const text = JSON.stringify(answers).slice(0, SHOWN_CHARACTERS);
    throw new UnexpectedAnswerError(`HTTP ${httpStatus}, no answer to ${call.method}: ${text}`);
  }
  return answer.result as OutcomeJson<N>;
}

/** The refusal inside an error object; none for an error that no rule made, such as a defect. */
function refusalIn(error: unknown): RefusalJson | undefined {
  const { message, data } = (error ?? {}) as { message?: unknown; data?: Readonly<Record<string, unknown>> };
  if (typeof message !== 'string' || typeof data?.['code'] !== 'string') return undefined;
  return { code: data['code'], message, details: data['details'] } as RefusalJson;
}
