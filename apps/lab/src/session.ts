import { tokenCall } from '@rungs/clients';

/** Who is asking: nobody until a persona was chosen. */
export type Session =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'asking'; readonly persona: string }
  | { readonly kind: 'signed-in'; readonly persona: string; readonly accessToken: string; readonly expiresAtMs: number }
  | { readonly kind: 'failed'; readonly persona: string; readonly whatHappened: string; readonly whatToDo: string };

/** Gets a persona's token as the token step's command does. Never rejects: a failure says what to do. */
export async function signInAs(
  persona: string,
  { fetch, nowMs }: { readonly fetch: typeof globalThis.fetch; readonly nowMs: () => number },
): Promise<Session> {
  const call = tokenCall(persona);
  let response: Response;
  try {
    response = await fetch(call.path, {
      method: call.method,
      headers: call.headers,
      body: JSON.stringify(call.body),
    });
  } catch {
    return {
      kind: 'failed',
      persona,
      whatHappened: 'The server did not answer.',
      whatToDo: 'Look whether it still runs where you started it (npm start), then try again.',
    };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && isToken(answer)) {
    const expiresAtMs = nowMs() + answer.expires_in * 1000;
    return { kind: 'signed-in', persona, accessToken: answer.access_token, expiresAtMs };
  }
  const { detail } = (answer ?? {}) as { readonly detail?: unknown };
  return {
    kind: 'failed',
    persona,
    whatHappened:
      `The server gave no token, it answered ${response.status}. ${typeof detail === 'string' ? detail : ''}`.trim(),
    whatToDo:
      response.status === 404
        ? 'Demo personas are switched off here, as in production: bring a token of your own.'
        : 'Wait a few seconds, then try again; the server’s log says more.',
  };
}

function isToken(answer: unknown): answer is { access_token: string; expires_in: number } {
  const { access_token, expires_in } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  return typeof access_token === 'string' && typeof expires_in === 'number';
}
