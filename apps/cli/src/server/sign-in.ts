import { CommandFailure } from '../terminal.ts';

/** A bearer token for one of the seeded personas. */
export async function signIn(url: string, persona: string, fetch: typeof globalThis.fetch): Promise<string> {
  const response = await fetch(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  const answer = (await response.json().catch(() => undefined)) as { readonly access_token?: string } | undefined;
  if (!response.ok || answer?.access_token === undefined) {
    throw new CommandFailure(
      `${url} signs nobody in as "${persona}" (POST /dev/token answered ${response.status}): ` +
        'it may not know the persona, run in production, where nobody is signed in like this, or not be Rungs. "npm start" starts one that does.',
    );
  }
  return answer.access_token;
}
