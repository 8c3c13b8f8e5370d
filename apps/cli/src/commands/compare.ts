import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { EXPORT_FORMATS, exportComparison, type Comparison, type ExportFormat } from '@rungs/measure';
import {
  CLIENT_MODES,
  SERVER_MODES,
  VISITS,
  type ClientMode,
  type ServerMode,
  type StyleEntry,
  type Visit,
} from '@rungs/scenarios';
import { measure, type Measuring } from '../measuring.ts';
import { renderComparison } from '../render/comparison.ts';
import { failedCells, isNothingMeasured, isStopped } from '../render/failures.ts';
import { ProgressLine } from '../render/progress-line.ts';
import { openServer, type OpenServer } from '../server/open-server.ts';
import { CommandFailure, EXIT_CODES, type ExitCode, type Terminal } from '../terminal.ts';
import { ALL, chosen, chosenStyles, personaOf, SCENARIO_IDS, scenarioId, visitOf } from './choices.ts';

export const FORMATS = ['table', ...EXPORT_FORMATS] as const;
export type Format = (typeof FORMATS)[number];

export interface CompareOptions {
  readonly client: ClientMode | typeof ALL;
  readonly server: ServerMode | typeof ALL;
  readonly visit: Visit | typeof ALL;
  readonly style: readonly string[];
  readonly as?: string;
  readonly repeats: number;
  readonly url?: string;
  readonly format?: Format;
  readonly json?: boolean;
  readonly out?: string;
  readonly quiet?: boolean;
}

const FORMAT_OF_EXTENSION: Readonly<Record<string, ExportFormat>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.md': 'markdown',
  '.har': 'har',
};

export async function compareCommand(
  name: string,
  options: CompareOptions,
  terminal: Terminal,
  styles: readonly StyleEntry[],
): Promise<ExitCode> {
  const ids = name === ALL ? SCENARIO_IDS : [scenarioId(name)];
  if (name === ALL && options.as !== undefined) {
    throw new CommandFailure('Each scenario has its own people: --as goes with one scenario, and not with all.');
  }
  const personas = ids.map((id) => personaOf(id, options.as));
  if (name !== ALL) visitOf(scenarioId(name), options.visit);
  if (options.out !== undefined) await assertWritable(options.out);
  const plan: Measuring = {
    styles: chosenStyles(options.style, styles),
    clients: chosen(options.client, CLIENT_MODES),
    servers: chosen(options.server, SERVER_MODES),
    visits: chosen(options.visit, VISITS),
    persona: options.as === undefined ? undefined : personas[0],
    repeats: options.repeats,
  };
  const progress = new ProgressLine(terminal, styles, options.quiet ?? false);
  const wanted = { url: options.url, persona: personas[0] ?? 'ann' };
  const server = await openServer(wanted, terminal, (line) => progress.notice(line));
  const comparisons: Comparison[] = [];
  try {
    for (const [index, id] of ids.entries()) {
      if (terminal.stop?.aborted) break;
      const place = ids.length > 1 ? `${index + 1}/${ids.length}` : undefined;
      comparisons.push(await measure(id, plan, server, terminal, progress.forScenario(id, place)));
    }
  } finally {
    progress.clear();
    await server.close();
  }
  await write(comparisons, options, server, terminal, progress);
  return exitCodeOf(comparisons, terminal);
}

async function write(
  comparisons: readonly Comparison[],
  options: CompareOptions,
  server: OpenServer,
  terminal: Terminal,
  progress: ProgressLine,
): Promise<void> {
  const format = formatOf(options);
  if (terminal.stop?.aborted && (format !== 'table' || comparisons.every(isNothingMeasured))) {
    return progress.notice('Stopped: nothing was written.');
  }
  const text =
    format === 'table'
      ? tables(comparisons, server, options.out === undefined ? terminal : { colourDepth: 1 })
      : exportComparison(oneOrSeveral(comparisons), format);
  if (options.out === undefined) return terminal.out(text);
  await writeFile(options.out, text).catch((error: Error) => notWritten(options.out, error.message));
  progress.notice(`${options.out} written, ${Buffer.byteLength(text).toLocaleString('en-GB')} bytes.`);
}

/**
 * Measuring takes a while: what could not be written afterwards is found before.
 *
 * @throws CommandFailure where the file cannot be made or changed
 */
async function assertWritable(out: string): Promise<void> {
  const file = await stat(out).catch(() => undefined);
  if (file?.isDirectory()) return notWritten(out, 'it is a directory');
  await access(file ? out : dirname(out), constants.W_OK).catch((error: NodeJS.ErrnoException) =>
    notWritten(out, error.code === 'ENOENT' ? `there is no directory ${dirname(out)}` : error.message),
  );
}

function notWritten(out: string | undefined, why: string): never {
  throw new CommandFailure(`${out} cannot be written: ${why}.`);
}

function tables(
  comparisons: readonly Comparison[],
  server: OpenServer,
  { columns, colourDepth }: Pick<Terminal, 'columns' | 'colourDepth'>,
): string {
  const where = server.isOwn ? 'a server started for this' : server.url;
  return comparisons
    .map((comparison) => renderComparison(comparison, { server: where, columns, colourDepth }))
    .join('\n\n');
}

function formatOf({ format, json, out }: CompareOptions): Format {
  if (format !== undefined) return format;
  if (json) return 'json';
  return (out !== undefined && FORMAT_OF_EXTENSION[extname(out).toLowerCase()]) || 'table';
}

function oneOrSeveral(comparisons: readonly Comparison[]): Comparison | readonly Comparison[] {
  const [first] = comparisons;
  return first && comparisons.length === 1 ? first : comparisons;
}

/** A void comparison is worth more attention than a failure, which shows itself. */
export function exitCodeOf(comparisons: readonly Comparison[], { stop }: Pick<Terminal, 'stop'>): ExitCode {
  if (stop?.aborted || comparisons.some(isStopped)) return EXIT_CODES.stopped;
  if (comparisons.some(isVoid)) return EXIT_CODES.differ;
  // One scenario among all may have nothing of what was asked for; none at all is nobody's intention.
  const isFailed = comparisons.every(isNothingMeasured) || comparisons.some((one) => failedCells(one).length > 0);
  return isFailed ? EXIT_CODES.failed : EXIT_CODES.equal;
}

function isVoid({ views, mismatches }: Comparison): boolean {
  return views.length > 1 || mismatches.length > 0;
}
