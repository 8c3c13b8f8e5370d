import { choose, type Chosen, type Comparison } from '@rungs/measure';
import {
  CLIENT_MODES,
  isApplicable,
  type ClientMode,
  type ServerMode,
  type StyleEntry,
  type Visit,
} from '@rungs/scenarios';
import { measure } from '../measuring.ts';
import { renderExplanation } from '../render/explanation.ts';
import { ProgressLine } from '../render/progress-line.ts';
import { openServer } from '../server/open-server.ts';
import { type ExitCode, type Terminal } from '../terminal.ts';
import { chosenStyle, personaOf, scenarioId, visitOf } from './choices.ts';
import { exitCodeOf } from './compare.ts';

export interface ExplainOptions {
  readonly style?: string;
  readonly client: ClientMode;
  readonly server: ServerMode;
  readonly visit: Visit;
  readonly as?: string;
  readonly repeats: number;
  readonly url?: string;
  readonly full?: boolean;
  readonly quiet?: boolean;
}

/** One program, exchange by exchange. */
export async function explainCommand(
  name: string,
  options: ExplainOptions,
  terminal: Terminal,
  styles: readonly StyleEntry[],
): Promise<ExitCode> {
  const id = scenarioId(name);
  const persona = personaOf(id, options.as);
  const entry = chosenStyle(options.style, styles);
  const { client, server: mode } = options;
  const visit = visitOf(id, options.visit);
  // A style that cannot ask like this asks like that; which, only all of its ways together tell.
  const clients = isApplicable(entry.scenarios[id][client]) ? [client] : CLIENT_MODES;
  const plan = { styles: [entry], clients, servers: [mode], visits: [visit], persona, repeats: options.repeats };
  const progress = new ProgressLine(terminal, styles, options.quiet ?? false);
  const server = await openServer({ url: options.url, persona }, terminal, (line) => progress.notice(line));
  let comparison: Comparison;
  try {
    comparison = await measure(id, plan, server, terminal, progress.forScenario(id));
  } finally {
    progress.clear();
    await server.close();
  }
  const [chosen] = choose(comparison, { client, server: mode, visit });
  if (terminal.stop?.aborted) progress.notice('Stopped.');
  if (chosen) terminal.out(explanationOf(comparison, chosen, entry, options, terminal));
  return exitCodeOf([comparison], terminal);
}

function explanationOf(
  comparison: Comparison,
  chosen: Chosen,
  { answers }: StyleEntry,
  { full = false }: ExplainOptions,
  { colourDepth }: Pick<Terminal, 'colourDepth'>,
): string {
  return renderExplanation(comparison, chosen, { answers, isFull: full, colourDepth });
}
