import type { BuiltOperation, InputOf } from '@rungs/application';
import type { OutcomeJson, RefusalJson } from '@rungs/json';
import { RefusedError, UnexpectedAnswerError, type ClientOptions } from '@rungs/scenarios';

// Level 1's message: a POST to the thing's URI, the action and its members in the body, the outcome in the answer.

/** The operation's input without the ids, which the URI says. */
export type MembersOf<N extends BuiltOperation> = Partial<InputOf<N>>;

export function postOf<N extends BuiltOperation>(
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

/** The outcome that the answer carries; throws what the server refused. The HTTP status says nothing of either. */
export async function outcomeOf<N extends BuiltOperation>(action: N, response: Response): Promise<OutcomeJson<N>> {
  const text = await response.text();
  const answer = answerIn(text);
  if (answer?.ok === true) return answer.result as OutcomeJson<N>;
  const refusal = refusalIn(answer?.error);
  if (answer?.ok === false && refusal) throw new RefusedError(refusal, response.status);
  throw new UnexpectedAnswerError(`HTTP ${response.status}, no answer to ${action}: ${text.slice(0, 200)}`);
}

/** An answer as far as this client reads it; everything in it is checked before use. */
type Answer = Readonly<Partial<Record<'ok' | 'result' | 'error', unknown>>>;

function answerIn(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** The refusal in the error; none where the error names no rule, such as HTTP's own or a defect. */
function refusalIn(error: unknown): RefusalJson | undefined {
  const { code, message, details } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  return { code, message, details } as RefusalJson;
}
