import { SCENARIOS, type ClientMode } from '@rungs/scenarios';
import type { Choice } from './choice.ts';
import { isMeasured, measuredCells, type Cell, type Comparison } from './comparison.ts';
import { encodingText } from './encoding.ts';
import { listOf } from './export-json.ts';
import { bestFigure, metricsOf, type Metric } from './metrics.ts';
import { differingPaths, plainText, sentencesOf } from './sentences.ts';
import { styleHead } from './wording.ts';

const CLIENTS_SHOWN: readonly ClientMode[] = ['composed', 'granular', 'purpose-built'];

/** Table, sentences and where it was measured, in GitHub Flavored Markdown. */
export function exportMarkdown(comparisons: Comparison | readonly Comparison[]): string {
  return listOf(comparisons).map(documentOf).join('\n');
}

function documentOf(comparison: Comparison): string {
  const { title, question } = SCENARIOS[comparison.scenario];
  const metrics = metricsOf(measuredCells(comparison), comparison);
  return [
    `# ${title}`,
    question,
    ...sentencesIn(comparison),
    ...(comparison.valid ? [] : [voidOf(comparison)]),
    tableOf(comparison, metrics),
    ...notesOf(comparison),
    environmentOf(comparison, metrics),
  ]
    .filter((block) => block !== '')
    .map((block) => `${block}\n`)
    .join('\n');
}

/** Of each server mode and visit that was measured: what the first way of asking says that says anything. */
function sentencesIn(comparison: Comparison): readonly string[] {
  if (!comparison.valid) return [];
  const places = new Map(
    measuredCells(comparison).map(({ server, visit }) => [`${server} ${visit}`, { server, visit }] as const),
  );
  return [...places.values()].map(({ server, visit }, index) => {
    const choices = CLIENTS_SHOWN.map((client): Choice => ({ client, server, visit }));
    const choice = choices.find((one) => sentencesOf(comparison, one).length > 0);
    if (!choice) return '';
    // The reasons are the same elsewhere.
    const sentences = sentencesOf(comparison, choice)
      .filter(({ kind }) => index === 0 || kind === 'answer')
      .map((sentence) => escaped(plainText(sentence)));
    const asked = `Clients ${choice.client}, server ${server}, ${visit} visit.`;
    return `${places.size > 1 ? `**${asked}** ` : `${asked} `}${sentences.join(' ')}`;
  });
}

function voidOf({ views, mismatches, cells }: Comparison): string {
  const [agreed, ...others] = views;
  const differing = others.map((view, index) => {
    const who = cells.filter((cell) => isMeasured(cell) && cell.view === index + 1).map(nameOf);
    const paths = differingPaths(agreed?.viewModel, view.viewModel).map((path) => `\`${path}\``);
    return `- ${who.join('; ')}: another view, at ${paths.join(', ')}.`;
  });
  const ended = mismatches.map(
    (mismatch) =>
      `- ${mismatch.style}, ${placeOf(mismatch)}: ended with “${escaped(mismatch.got)}”, declared is “${escaped(mismatch.declared)}”.`,
  );
  const head = agreed ? '**Void: nothing here may be ranked.**' : '**Nothing to compare: no program came to its end.**';
  return [head, ...(differing.length + ended.length > 0 ? [''] : []), ...differing, ...ended].join('\n');
}

function tableOf(comparison: Comparison, metrics: readonly Metric[]): string {
  const cells = measuredCells(comparison);
  if (cells.length === 0) return '';
  const heads = metrics.map(({ title, unit }) => (unit === '' ? title : `${title} (${unit})`));
  const rows = cells.map((cell) => {
    // One server mode's best is not held against another's worst.
    const rivals = cells.filter(({ server, visit }) => server === cell.server && visit === cell.visit);
    const figures = metrics.map((metric) => {
      const figure = metric.value(cell.run, comparison);
      if (figure === undefined) return '–';
      const text = figure.toFixed(metric.digits);
      return figure === bestFigure(metric, rivals, comparison) ? `**${text}**` : text;
    });
    return [escaped(styleHead(cell)), cell.client, cell.server, cell.visit, ...figures];
  });
  return [
    ['Style', 'Client', 'Server', 'Visit', ...heads],
    ['---', '---', '---', '---', ...heads.map(() => '--:')],
    ...rows,
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** What has no figures, or not all of them, and why; one line for all cells of one style that say the same. */
function notesOf({ cells, repeats }: Comparison): readonly string[] {
  const places = new Map<string, Cell[]>();
  for (const cell of cells) {
    const why = whyOf(cell, repeats);
    if (why === undefined) continue;
    const key = `${cell.style} ${why}`;
    places.set(key, [...(places.get(key) ?? []), cell]);
  }
  const lines = [...places.values()].flatMap((group) => {
    const [first] = group;
    return first ? [`- ${escaped(styleHead(first))}, ${group.map(placeOf).join('; ')}: ${whyOf(first, repeats)}`] : [];
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function whyOf(cell: Cell, repeats: number): string | undefined {
  switch (cell.outcome) {
    case 'measured':
      return undefined;
    case 'partial':
      return `measured ${cell.run.repeats} of ${repeats} times: ${escaped(cell.failure.message)}`;
    case 'failed':
      return `failed (${cell.failure.kind}): ${escaped(cell.failure.message)}`;
    case 'not-applicable':
      return escaped(cell.reason);
  }
}

function environmentOf({ env, persona, repeats }: Comparison, metrics: readonly Metric[]): string {
  const where = [env.node && `Node ${env.node}`, env.platform, env.cpu, env.postgres && `PostgreSQL ${env.postgres}`];
  const commit = env.commit ? `commit ${env.commit.slice(0, 12)}` : undefined;
  const measured = [
    `Measured on ${env.measuredAt} as ${persona}, ${counted(repeats, 'repeat')} of each program asked for,`,
    `by ${env.client} over ${env.protocol === 'h1' ? 'HTTP/1.1' : env.protocol}, bodies ${escaped(encodingText(env.encoding))}`,
    `(${[...where, commit].filter((part) => part !== undefined && part !== '').join(', ') || 'the server does not say where'}).`,
    'Times are localhost’s; bold is the best of a column among those that are served alike.',
  ].join(' ');
  return [measured, '', ...metrics.map(({ title, about }) => `- ${title}: ${escaped(about)}.`)].join('\n');
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function nameOf(cell: Cell): string {
  return `${escaped(styleHead(cell))}, ${placeOf(cell)}`;
}

function placeOf({ client, server, visit }: Pick<Cell, 'client' | 'server' | 'visit'>): string {
  return `${client} on ${server}, ${visit} visit`;
}

/** Text as text, on one line: what a server said is neither table, link nor markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').replaceAll(/[\\`*_[\]<>|#&~]/gu, (mark) => `\\${mark}`);
}
