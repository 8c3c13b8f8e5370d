import { METRICS } from '@rungs/measure';
import { wrap } from './render/lines.ts';

const WIDTH = 80;
const NAME_WIDTH = 16;

const definition = (name: string, words: string): string =>
  `  ${name.padEnd(NAME_WIDTH)}${wrap(words, WIDTH - NAME_WIDTH - 2).replaceAll('\n', `\n${' '.repeat(NAME_WIDTH + 2)}`)}`;

const AXES = [
  'How the client asks (--client):',
  definition('granular', 'one call per thing, at the same time where it can'),
  definition('composed', 'the style’s own way to ask for several things'),
  definition('purpose-built', 'what the server’s team made for this very screen'),
  'How the server loads (--server):',
  definition('per-row', 'a statement for each thing and each row (N+1)'),
  definition('batched', 'a statement for each kind of thing'),
  definition('one-statement', 'one statement for everything that is answered'),
  'Which visit (--visit):',
  definition('first', 'with an empty cache'),
  definition('second', 'with what the first visit left in the client’s private cache (RFC 9111)'),
].join('\n');

const COLUMNS = [
  'What the columns count:',
  ...METRICS.map(({ short, unit, about }) => definition(unit === '' ? short : `${short}, ${unit}`, about)),
].join('\n');

const EXIT_CODES = [
  'Exit codes:',
  '  0    all programs built the same view and ended as declared',
  '  1    views or outcomes differ: the comparison is void',
  '  2    wrong usage, no server, nothing to measure, or a program failed',
  '  130  stopped (Ctrl-C): a table shows what was measured until then',
].join('\n');

const IN_A_CHECKOUT = `In a checkout, \`npm run rungs --\` stands for \`rungs\`; before a pipe,
\`npm run --silent rungs --\`. Without --url it uses the server at PORT (3000), or
starts one of its own for this and stops it again.`;

export const PROGRAM_HELP = `
Start with:
  rungs scenarios                              what can be compared
  rungs compare order-details                  what one screen costs in each style
  rungs explain order-details --style graphql  where it comes from, exchange by exchange

${IN_A_CHECKOUT}`;

export const COMPARE_HELP = `
Examples:
  rungs compare order-details
  rungs compare order-history --client composed --server all
  rungs compare menu-twice --visit all --style rest-level-2 --style graphql
  rungs compare order-details --format markdown --out order-details.md
  rungs compare all --repeats 1 --quiet > /dev/null && echo equal

${AXES}

${COLUMNS}

${IN_A_CHECKOUT}

${EXIT_CODES}`;

export const EXPLAIN_HELP = `
Examples:
  rungs explain order-details --style rest-level-3
  rungs explain order-history --style graphql --server per-row --full
  rungs explain menu-twice --style rest-level-2 --visit second

${AXES}

${IN_A_CHECKOUT}

${EXIT_CODES}`;
