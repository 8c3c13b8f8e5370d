import { hash } from 'node:crypto';
import { isApplicable, type NotApplicable, type Program, type ProgramContext } from '@rungs/scenarios';
import { SCREEN_DOCUMENTS } from '../src/scenarios/screen-documents.ts';

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One exchange, as a program made it. */
export interface NotedExchange {
  readonly label: string;
  readonly dependsOn: readonly number[];
  readonly method: 'GET' | 'POST';
  /** What the client calls its document. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a server says to each document, by the document's name; a list answers one after the other. */
export type Answers = Readonly<Record<string, object | readonly object[]>>;

/** What a GET asks, by the id of a document that the server knows. */
function askedBy(url: string): Asked | undefined {
  const parameters = new URL(url).searchParams;
  const id = parameters.get('documentId');
  const known = Object.values(SCREEN_DOCUMENTS).find(({ text }) => `sha256:${hash('sha256', text, 'hex')}` === id);
  return (
    known && { query: known.text, variables: JSON.parse(parameters.get('variables') ?? '{}') as Asked['variables'] }
  );
}

/**
 * Answers each document with its data, and notes each exchange and each pause.
 *
 * @param knows whether it knows documents by their ids
 */
export function notingServer(answers: Answers, knows = true) {
  const exchanges: NotedExchange[] = [];
  const pausesMs: number[] = [];
  let keys = 0;
  const context: ProgramContext = {
    baseUrl: 'http://rungs',
    asking: {
      fetch: async (label, dependsOn, url, init) => {
        const isGet = init?.method === undefined;
        if (url.replace(isGet ? /\?.*$/ : '', '') !== 'http://rungs/graphql')
          throw new Error(`Nobody answers at ${url}.`);
        const asked = isGet ? askedBy(url) : (JSON.parse(String(init.body)) as Asked);
        if (!asked) throw new Error(`There is no document with the id in ${url}.`);
        const { query, variables } = asked;
        const operation = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
        const before = exchanges.filter((exchange) => exchange.operation === operation).length;
        exchanges.push({ label, dependsOn, method: isGet ? 'GET' : 'POST', operation, variables });
        const n = exchanges.length;
        if (isGet && !knows) return { n, response: new Response('{"errors":[{}]}', { status: 404 }) };
        const answer = answers[operation];
        const data: unknown = Array.isArray(answer) ? answer[before] : answer;
        return { n, response: new Response(JSON.stringify({ data })) };
      },
    },
    newKey: () => `key-${(keys += 1)}`,
    pause: async (durationMs) => {
      pausesMs.push(durationMs);
    },
  };
  return { exchanges, pausesMs, context };
}

/** The view model that a program builds from these answers, and what it asked for it. */
export async function ran<Held, View>(
  program: Program<Held, View> | NotApplicable,
  held: Held,
  answers: Answers,
  knows = true,
) {
  const { exchanges, pausesMs, context } = notingServer(answers, knows);
  if (!isApplicable(program)) throw new Error(program.notApplicable);
  return { view: await program.run(context, held), exchanges, pausesMs };
}
