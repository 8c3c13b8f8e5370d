import { isApplicable, type NotApplicable, type Program, type ProgramContext } from '@rungs/scenarios';

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One exchange, as a program made it. */
export interface NotedExchange {
  readonly label: string;
  readonly dependsOn: readonly number[];
  /** What the client calls its document. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a server says to each document, by the document's name; a list answers one after the other. */
export type Answers = Readonly<Record<string, object | readonly object[]>>;

/** Answers each document with its data, and notes each exchange and each pause. */
export function notingServer(answers: Answers) {
  const exchanges: NotedExchange[] = [];
  const pausesMs: number[] = [];
  let keys = 0;
  const context: ProgramContext = {
    baseUrl: 'http://rungs',
    asking: {
      fetch: async (label, dependsOn, url, init) => {
        if (url !== 'http://rungs/graphql') throw new Error(`Nobody answers at ${url}.`);
        const { query, variables } = JSON.parse(String(init?.body)) as Asked;
        const operation = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
        const before = exchanges.filter((exchange) => exchange.operation === operation).length;
        exchanges.push({ label, dependsOn, operation, variables });
        const n = exchanges.length;
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
export async function ran<Held, View>(program: Program<Held, View> | NotApplicable, held: Held, answers: Answers) {
  const { exchanges, pausesMs, context } = notingServer(answers);
  if (!isApplicable(program)) throw new Error(program.notApplicable);
  return { view: await program.run(context, held), exchanges, pausesMs };
}
