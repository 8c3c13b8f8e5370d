import type { OperationName, InputOf } from '@rungs/application';
import type { OutcomeJson, RefusalJson } from '@rungs/json';
import { RefusedError, UnexpectedAnswerError, type ClientOptions } from '@rungs/scenarios';

// Level 1's message: a POST to the thing's URI, the action and its members in the body, the outcome in the answer.

/** The operation's input without the ids, which the URI says. */
export type MembersOf<N extends OperationName> = Partial<InputOf<N>>;

export function postOf<N extends OperationName>(
  action: N,
  members: MembersOf<N>,
  { accessToken }: Pick<ClientOptions, 'accessToken'>,
): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify({ action, ...members }),
  };
}

/** Our error's code for a fault of the server's own: no rule refused anything. */
const DEFECT = 'internal-error';

/** The outcome that the answer carries; throws what the server refused. */
export async function outcomeOf<N extends OperationName>(action: N, response: Response): Promise<OutcomeJson<N>> {
  // A body can be read once only; if it is no JSON, the error shows what it was instead.
  const copy = response.clone();
  const answer = await answerIn(response);
  if (answer?.ok === true) return answer.result as OutcomeJson<N>;
  const refusal = answer?.ok === false ? refusalIn(answer.error) : undefined;
  // A refusal is 200, or 401 for a bad credential; with any other status it was HTTP that said no, and no rule.
  if (refusal && refusal.code !== DEFECT && (response.ok || response.status === 401)) {
    throw new RefusedError(refusal as RefusalJson, response.status);
  }
  const text = (await copy.text()).slice(0, SHOWN_CHARACTERS);
  throw new UnexpectedAnswerError(`HTTP ${response.status}, no answer to ${action}: ${text}`);
}

/** Of an answer that nobody expected. */
const SHOWN_CHARACTERS = 200;

/** An answer as far as this client reads it; everything in it is checked before use. */
type Answer = Readonly<Partial<Record<'ok' | 'result' | 'error', unknown>>>;

async function answerIn(response: Response): Promise<Answer | undefined> {
  try {
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

function refusalIn(error: unknown): { readonly code: string } | undefined {
  const { code, message, details } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  return { code, message, details } as { readonly code: string };
}
