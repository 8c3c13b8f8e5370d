import type { GivenBody } from './given-body.ts';
import type { WholeAnswer } from './private-cache.ts';

/** Statuses whose responses have no body (Fetch, "null body status"). */
const WITHOUT_BODY = new Set([101, 103, 204, 205, 304]);

/** What a client program is given: its `json()` resolves to a body that notes what is read of it. */
export function recordedResponse(url: string, { status, headers }: WholeAnswer, body: GivenBody): Response {
  return recording(new Response(WITHOUT_BODY.has(status) ? null : body.bytes, { status, headers }), url, body);
}

function recording(response: Response, url: string, body: GivenBody): Response {
  const original = { text: response.text.bind(response), clone: response.clone.bind(response) };
  return Object.defineProperties(response, {
    url: { value: url },
    json: {
      // Reading its text refuses a second time, as any response does.
      value: async (): Promise<unknown> => {
        await original.text();
        return body.json();
      },
    },
    clone: { value: () => recording(original.clone(), url, body) },
  });
}
