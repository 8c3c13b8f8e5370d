import {
  CLIENT_MODES,
  isApplicable,
  type ClientMode,
  type PriorKnowledge,
  type ScenarioId,
  type StyleEntry,
} from '@rungs/scenarios';
import type { ClientSources, Written } from './client-sources.ts';

/** A program, by where it stands in its package's entry. */
export interface ProgramName {
  readonly scenario: ScenarioId;
  readonly mode: ClientMode;
}

/** What tells that a text is something to be known. */
export interface Telling {
  /** What addresses begin with, in any style: `level2`, `orders`. */
  readonly places: ReadonlySet<string>;
  /** What has to be declared where it is written just so: operations, in a style that sends their names. */
  readonly operations: ReadonlySet<string>;
}

/** What the programs of a style say that they know, held against what they have in their code; a sentence per lie. */
export function knowledgeErrors(
  { scenarios }: Pick<StyleEntry, 'scenarios'>,
  sources: ClientSources,
  telling: Telling,
): readonly string[] {
  return programsOf(scenarios).flatMap(({ scenario, mode, knows }) =>
    errorsIn(knows, sources.writtenBelow(['scenarios', scenario, mode]), telling).map(
      (error) => `${scenario}, ${mode}: ${error}`,
    ),
  );
}

export function programsOf(
  scenarios: StyleEntry['scenarios'],
): readonly (ProgramName & { readonly knows: PriorKnowledge })[] {
  return (Object.keys(scenarios) as ScenarioId[]).flatMap((scenario) =>
    CLIENT_MODES.flatMap((mode) => {
      const program = scenarios[scenario][mode];
      return isApplicable(program) ? [{ scenario, mode, knows: program.knows }] : [];
    }),
  );
}

/** What these addresses begin with, below the level where they name one, too. */
export function placesIn(addresses: readonly string[]): ReadonlySet<string> {
  const segments = addresses.map((address) => address.split(/[/?{]+/).filter((segment) => segment !== ''));
  return new Set(
    segments.flatMap(([root, thing]) => [root ?? '', ...(root?.startsWith('level') && thing ? [thing] : [])]),
  );
}

export function errorsIn(
  { addresses, names }: PriorKnowledge,
  { texts, members }: Written,
  { places, operations }: Telling,
): readonly string[] {
  const written = new Set([...texts].map(addressOf));
  const declared = new Set(addresses.map(addressOf));
  return [
    ...addresses
      .filter((address) => !written.has(addressOf(address)))
      .map((address) => `says that it knows the address ${address}, which is not in its code`),
    ...names
      .filter((name) => !members.has(name) && ![...texts].some((text) => holds(text, name)))
      .map((name) => `says that it knows the name ${name}, which is not in its code`),
    ...[...written]
      .filter((text) => isAddress(text, places) && !declared.has(text))
      .map((text) => `has the address ${text} in its code, and does not say so`),
    ...[...texts]
      .filter((text) => operations.has(text) && !names.includes(text))
      .map((text) => `has the operation ${text} in its code, and does not say so`),
  ];
}

/** Without the server, and with whatever is filled in left open. */
function addressOf(text: string): string {
  return text.replaceAll(/\{[^{}]*\}/g, '{}').replace(/^\{\}(?=\/)/, '');
}

function isAddress(text: string, places: ReadonlySet<string>): boolean {
  const [, root] = /^\/([\w-]+)(?=[/?{]|$)/.exec(text) ?? [];
  return root !== undefined && places.has(root);
}

/** As a word of its own in a document, or as all of the text; header fields go by any case. */
function holds(text: string, name: string): boolean {
  return text.toLowerCase() === name.toLowerCase() || text.split(/[^\w-]+/).includes(name);
}
