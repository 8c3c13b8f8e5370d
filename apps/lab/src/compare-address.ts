import { CLIENT_MODES, isScenarioId, SCENARIOS, SERVER_MODES, STYLE_IDS, VISITS } from '@rungs/scenarios';
import type { PersonaName, ScenarioId, StyleId } from '@rungs/scenarios';
import type { Choice } from '@rungs/measure';
import type { Picked } from './panels/compare/picked.ts';

/** Everything that somebody looks at on the compare page: what a link to it restores. */
export interface Look {
  readonly scenario: ScenarioId;
  /** Who asks. */
  readonly persona: PersonaName;
  readonly choice: Choice;
  /** The style in whose multiples the others are shown. */
  readonly baseline?: StyleId | undefined;
  readonly picked?: Picked | undefined;
}

const NAMES = ['scenario', 'as', 'network', 'visit', 'client', 'server', 'baseline', 'exchange'] as const;

/** The query of a link to the compare page, as it was typed or pasted: nothing is known to be right. */
export type CompareAddress = { readonly [N in (typeof NAMES)[number]]?: string };

export const DEFAULT_SCENARIO: ScenarioId = 'order-details';
export const DEFAULT_CHOICE: Choice = { client: 'composed', server: 'batched', visit: 'first' };
/** Times are this machine's: no other network is modelled. */
export const NETWORKS = ['localhost'] as const;

/** The parts that this page knows, whatever they say. */
export function compareAddress(raw: Readonly<Record<string, unknown>>): CompareAddress {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = raw[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** What a link asks for and, as sentences, what of it there is not. What is wrong is as if it were not there. */
export function readAddress(address: CompareAddress): { readonly look: Look; readonly broken: readonly string[] } {
  const broken: string[] = [];
  const missing = (what: string, asked: string, shown: string): void => {
    broken.push(`There is no ${what} “${shortened(asked)}”: ${shown}.`);
  };
  const oneOf = <T extends string>(what: string, asked: string | undefined, all: readonly T[], otherwise: T): T => {
    const found = all.find((one) => one === asked);
    if (found === undefined && asked !== undefined) missing(what, asked, `${otherwise} is shown instead`);
    return found ?? otherwise;
  };

  const scenario = scenarioOf(address.scenario);
  if (address.scenario !== undefined && scenario !== address.scenario) {
    missing('scenario', address.scenario, `${SCENARIOS[scenario].title} is shown instead`);
  }
  const { personas, title } = SCENARIOS[scenario];
  const persona = personas.find((one) => one === address.as) ?? personas[0];
  if (address.as !== undefined && persona !== address.as) {
    broken.push(`${title} cannot be asked for as “${shortened(address.as)}”: it is asked for as ${persona} instead.`);
  }
  oneOf('network', address.network, NETWORKS, 'localhost');
  const choice = {
    client: oneOf('client', address.client, CLIENT_MODES, DEFAULT_CHOICE.client),
    server: oneOf('server', address.server, SERVER_MODES, DEFAULT_CHOICE.server),
    visit: oneOf('visit', address.visit, VISITS, DEFAULT_CHOICE.visit),
  };
  const baseline = STYLE_IDS.find((style) => style === address.baseline);
  if (address.baseline !== undefined && !baseline) missing('baseline', address.baseline, 'none is set');
  const picked = pickedOf(address.exchange);
  if (address.exchange !== undefined && !picked) missing('exchange', address.exchange, 'another is shown instead');
  return { look: { scenario, persona, choice, baseline, picked }, broken };
}

/** A link that says everything, so that it means the same when defaults have changed. */
export function addressOf({ scenario, persona, choice, baseline, picked }: Look): CompareAddress {
  return {
    scenario,
    as: persona,
    network: NETWORKS[0],
    ...choice,
    ...(baseline && { baseline }),
    ...(picked && { exchange: `${picked.style}.${picked.n}` }),
  };
}

/** The same look at another scenario: by who may do that one, and at none of its exchanges. */
export function lookAt(scenario: ScenarioId, { persona, choice, baseline }: Look): Look {
  const { personas } = SCENARIOS[scenario];
  return { scenario, persona: personas.includes(persona) ? persona : personas[0], choice, baseline };
}

function scenarioOf(asked: string | undefined): ScenarioId {
  return asked !== undefined && isScenarioId(asked) ? asked : DEFAULT_SCENARIO;
}

function pickedOf(asked: string | undefined): Picked | undefined {
  const [, name, number] = /^([\w-]+)\.([1-9]\d{0,3})$/.exec(asked ?? '') ?? [];
  const style = STYLE_IDS.find((id) => id === name);
  return style && { style, n: Number(number) };
}

/** What somebody typed may be anything, and long. */
function shortened(asked: string): string {
  return asked.length > 40 ? `${asked.slice(0, 40)}…` : asked;
}
