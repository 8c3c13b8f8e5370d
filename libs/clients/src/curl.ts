import type { FirstCall } from './first-calls.ts';

/** Who is asking: nobody, the shell variable that the token step sets, or a token itself. */
export type Credential =
  { readonly kind: 'none' | 'shell-variable' } | { readonly kind: 'token'; readonly token: string };

/** The shell variable that the token step sets and the other commands read. */
const TOKEN_VARIABLE = 'TOKEN';

/** The command for a POSIX shell. Continued over several lines, so that it can be read. */
export function curlOf(call: FirstCall, origin: string, credential: Credential): string {
  const lines = [`curl -s ${origin}${call.path}`];
  if (credential.kind === 'shell-variable') lines.push(`-H "authorization: Bearer $${TOKEN_VARIABLE}"`);
  if (credential.kind === 'token') lines.push(`-H ${quoted(`authorization: Bearer ${credential.token}`)}`);
  for (const [name, value] of Object.entries(call.headers)) lines.push(`-H ${quoted(`${name}: ${value}`)}`);
  // curl posts as soon as there are data; a verb beside them would be said twice.
  if (call.body !== undefined) lines.push(`-d ${quoted(JSON.stringify(call.body))}`);
  else if (call.method !== 'GET') lines.push(`-X ${call.method}`);
  return lines.join(' \\\n  ');
}

/** Puts the token of the answer into the shell variable, with nothing but what every system has. */
export function tokenStepOf(call: FirstCall, origin: string): string {
  const curl = curlOf(call, origin, { kind: 'none' });
  return `${TOKEN_VARIABLE}=$(${curl} \\\n  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
