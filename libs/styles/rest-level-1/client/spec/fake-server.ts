import { isApplicable, type NotApplicable, type Program, type ProgramContext } from '@rungs/scenarios';

type Members = Readonly<Record<string, unknown>>;

/** What an action on the thing at a path comes to; throws `Refused` for a no. */
export type Perform = (action: string, path: string, members: Members) => unknown;

/** A rule's no, as an action's outcome. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(`Refused: ${code}.`);
  }
}

export interface Exchange {
  readonly label: string;
  readonly dependsOn: readonly number[];
  readonly path: string;
  readonly action: string;
  readonly members: Members;
}

export interface Ran<View> {
  readonly view: View;
  readonly exchanges: readonly Exchange[];
  readonly pausesMs: readonly number[];
  /** What of the program's knowledge it used: templates, actions, then members, each once, in the order of first use. */
  readonly used: { readonly addresses: readonly string[]; readonly names: readonly string[] };
}

/**
 * Runs a program against a server that is none: level 1's messages at any address. It takes no address and no name that
 * the program does not declare, and no answer that has not come yet.
 */
export async function runAgainst<Held, View>(
  perform: Perform,
  program: Program<Held, View> | NotApplicable,
  held: Held,
): Promise<Ran<View>> {
  if (!isApplicable(program)) throw new Error(program.notApplicable);
  const { addresses, names } = program.knows;
  const exchanges: Exchange[] = [];
  const usedAddresses = new Set<string>();
  const answered = new Set<number>();
  const pausesMs: number[] = [];
  let keys = 0;
  const context: ProgramContext = {
    baseUrl: 'http://rungs',
    newKey: () => `key-${(keys += 1)}`,
    pause: async (durationMs) => void pausesMs.push(durationMs),
    asking: {
      fetch: async (label, dependsOn, url, init) => {
        const { action, ...members } = JSON.parse(String(init?.body)) as Members & { readonly action: string };
        const path = new URL(url).pathname;
        const n = exchanges.push({ label, dependsOn, path, action, members });
        const early = dependsOn.find((earlier) => !answered.has(earlier));
        if (early !== undefined) throw new Error(`${label} depends on ${early}, which has not been answered.`);
        const address = addresses.find((template) => fits(path, template));
        if (address === undefined) throw new Error(`${path} is at no address that it declares.`);
        usedAddresses.add(address);
        if (!names.includes(action)) throw new Error(`${action} is no name that it declares.`);
        const response = new Response(JSON.stringify(answerTo(action, path, members, perform)));
        await Promise.resolve();
        answered.add(n);
        return { n, response };
      },
    },
  };
  const view = await program.run(context, held);
  const usedNames = new Set([
    ...exchanges.map(({ action }) => action),
    ...exchanges.flatMap(({ members }) => memberNames(members)),
  ]);
  return { view, exchanges, pausesMs, used: { addresses: [...usedAddresses], names: [...usedNames] } };
}

function memberNames(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(memberNames);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...memberNames(member)]);
}

/** Segment by segment: an expression in braces stands for any one. */
function fits(path: string, template: string): boolean {
  const segments = path.split('/');
  const expected = template.split('/');
  return (
    segments.length === expected.length &&
    expected.every((segment, index) => segment.startsWith('{') || segment === segments[index])
  );
}

function answerTo(action: string, path: string, members: Members, perform: Perform): object {
  try {
    return { ok: true, result: perform(action, path, members) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, error: { code: error.code, message: 'No.', details: {} } };
  }
}

/** Of each exchange, what it depended on, where it went and what was to be done there. */
export function inShort(exchanges: readonly Exchange[]): readonly (readonly [readonly number[], string, string])[] {
  return exchanges.map(({ dependsOn, path, action }) => [dependsOn, path, action]);
}
