import { isApplicable, type NotApplicable, type Program, type ProgramContext } from '@rungs/scenarios';

type Params = Readonly<Record<string, unknown>>;

/** What an operation comes to; throws `Refused` for a no. */
export type Perform = (method: string, params: Params) => unknown;

/** A rule's no, as an operation's outcome. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(`Refused: ${code}.`);
  }
}

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: Params;
}

export interface Exchange {
  readonly label: string;
  readonly dependsOn: readonly number[];
  readonly batch: boolean;
  readonly calls: readonly Pick<Call, 'method' | 'params'>[];
}

export interface Ran<View> {
  readonly view: View;
  readonly exchanges: readonly Exchange[];
  readonly pausesMs: readonly number[];
  /** Names of operations, then of parameters at any depth, each once, in the order in which they were first used. */
  readonly names: readonly string[];
}

/**
 * Runs a program against a server that is none: JSON-RPC at one address, with the answers to a batch in another order
 * than asked. It takes no address and no name that the program does not declare, and no answer that has not come yet.
 */
export async function runAgainst<Held, View>(
  perform: Perform,
  program: Program<Held, View> | NotApplicable,
  held: Held,
): Promise<Ran<View>> {
  if (!isApplicable(program)) throw new Error(program.notApplicable);
  const { addresses, names } = program.knows;
  const exchanges: Exchange[] = [];
  const answered = new Set<number>();
  const pausesMs: number[] = [];
  let keys = 0;
  const context: ProgramContext = {
    baseUrl: 'http://rungs',
    newKey: () => `key-${(keys += 1)}`,
    pause: async (durationMs) => void pausesMs.push(durationMs),
    asking: {
      fetch: async (label, dependsOn, url, init) => {
        const message = JSON.parse(String(init?.body)) as Call | Call[];
        const calls = [message].flat();
        exchanges.push({
          label,
          dependsOn,
          batch: Array.isArray(message),
          calls: calls.map(({ method, params }) => ({ method, params })),
        });
        const n = exchanges.length;
        const early = dependsOn.find((earlier) => !answered.has(earlier));
        if (early !== undefined) throw new Error(`${label} depends on ${early}, which has not been answered.`);
        if (!addresses.includes(new URL(url).pathname)) throw new Error(`${url} is no address that it declares.`);
        const unknown = calls.find(({ method }) => !names.includes(method));
        if (unknown) throw new Error(`${unknown.method} is no name that it declares.`);
        const answers = calls.map((call) => answerTo(call, perform));
        const response = new Response(JSON.stringify(Array.isArray(message) ? answers.reverse() : answers[0]));
        await Promise.resolve();
        answered.add(n);
        return { n, response };
      },
    },
  };
  const view = await program.run(context, held);
  const calls = exchanges.flatMap((exchange) => exchange.calls);
  const used = [...calls.map(({ method }) => method), ...calls.flatMap(({ params }) => memberNames(params))];
  return { view, exchanges, pausesMs, names: [...new Set(used)] };
}

function memberNames(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(memberNames);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...memberNames(member)]);
}

function answerTo({ id, method, params }: Call, perform: Perform): object {
  try {
    return { jsonrpc: '2.0', id, result: perform(method, params) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { jsonrpc: '2.0', id, error: { code: 3001, message: 'No.', data: { code: error.code, details: {} } } };
  }
}

/** Of each exchange, what it depended on and what was called. */
export function inShort(exchanges: readonly Exchange[]): readonly (readonly [readonly number[], ...string[]])[] {
  return exchanges.map(({ dependsOn, calls }) => [dependsOn, ...calls.map(({ method }) => method)]);
}
