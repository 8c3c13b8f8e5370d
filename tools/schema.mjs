// `npm run schema`: the whole GraphQL schema as one text, written to docs/api/schema.graphql, which tools/schema.spec.ts
// holds against the .graphql files. What would break a client, or may, is refused unless the reason is given; then it is
// added with its reason to docs/api/schema-changes.md.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { buildSchema, lexicographicSortSchema } from 'graphql';
import { format, resolveConfig } from 'prettier';

const root = resolve(import.meta.dirname, '..');
const SOURCES = join(root, 'libs/styles/graphql/server/src');
export const SNAPSHOT_FILE = join(root, 'docs/api/schema.graphql');
export const CHANGES_FILE = join(root, 'docs/api/schema-changes.md');

const HELP = `Usage: npm run schema [-- --breaking "<reason>"]

Writes the GraphQL schema as it is to docs/api/schema.graphql.

  --breaking <reason>  write it although this breaks clients, or may; the reason goes into docs/api/schema-changes.md
  --help               this text

Exit code 0 when it is written, 1 when a change is refused, 2 for a command line that cannot be read.`;

/** @returns {string} all .graphql files as one document */
export function sourceSdl() {
  const files = readdirSync(SOURCES, { recursive: true }).filter((file) => file.endsWith('.graphql'));
  return files
    .sort()
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
    .join('\n');
}

/** @returns {Promise<string>} the text of the snapshot of a schema: sorted, so that moving a type changes nothing */
export async function snapshotOf(sdl) {
  const text = printSchemaWithDirectives(lexicographicSortSchema(buildSchema(sdl)));
  return formatted(SNAPSHOT_FILE, `# Written by "npm run schema".\n\n${text}\n`);
}

async function formatted(file, text) {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

/**
 * What changed from one schema to the next, worst first.
 *
 * @typedef {{ level: 'BREAKING' | 'DANGEROUS' | 'NON_BREAKING', message: string }} Change
 * @returns {Promise<Change[]>}
 */
export async function changesBetween(before, after) {
  const changes = await diff(buildSchema(before), buildSchema(after), [hintsBreakNothing]);
  const levels = [CriticalityLevel.Breaking, CriticalityLevel.Dangerous, CriticalityLevel.NonBreaking];
  return changes
    .map(({ criticality, message, path, type }) => ({
      level: criticality.level,
      // An argument of a directive is named, but not where it stands.
      message: type.startsWith('DIRECTIVE_USAGE_ARGUMENT') ? `${message} (${path})` : message,
    }))
    .sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
}

/**
 * Directives that caches obey and clients do not notice. A price (`@cost`, `@listSize`) is none of them: what became
 * dearer may be refused.
 */
const HINTS = ['cacheControl'];

/** For the inspector: it takes every directive for one that may change what is answered. */
function hintsBreakNothing({ changes }) {
  return changes.map((change) =>
    HINTS.some((name) => change.path?.includes(`@${name}`))
      ? { ...change, criticality: { level: CriticalityLevel.NonBreaking } }
      : change,
  );
}

/** Those of which a client may notice something that it did not ask for. */
const harmful = (changes) => changes.filter(({ level }) => level !== CriticalityLevel.NonBreaking);

/** @returns {string} a line for each change */
export const listOf = (changes) => changes.map(({ level, message }) => `- ${level}: ${message}`).join('\n');

/**
 * What is to be written where the schema went from `before` to `after`.
 *
 * @returns {Promise<{ refused: Change[], snapshot?: undefined, entry?: undefined }
 *   | { refused?: undefined, snapshot: string, entry?: string }>} the harmful changes for which there is no reason; or the
 *   snapshot, and the entry for the list of changes where there is something to enter
 */
export async function nextSnapshot({ before, after, reason, date }) {
  const snapshot = await snapshotOf(after);
  const changes = harmful(await changesBetween(before, snapshot));
  if (changes.length === 0) return { snapshot };
  if (!reason?.trim()) return { refused: changes };
  return { snapshot, entry: `\n## ${date}\n\n${reason.trim()}\n\n${listOf(changes)}\n` };
}

async function main() {
  const { breaking: reason } = readArguments(process.argv.slice(2));
  const before = readFileSync(SNAPSHOT_FILE, 'utf8');
  const date = new Date().toISOString().slice(0, 10);
  const { refused, snapshot, entry } = await nextSnapshot({ before, after: sourceSdl(), reason, date });
  if (refused) {
    console.error(`This breaks clients, or may:\n${listOf(refused)}\n`);
    console.error('If it has to be: npm run schema -- --breaking "<reason>"');
    process.exit(1);
  }
  writeFileSync(SNAPSHOT_FILE, snapshot);
  if (entry) writeFileSync(CHANGES_FILE, await formatted(CHANGES_FILE, readFileSync(CHANGES_FILE, 'utf8') + entry));
  console.log(`Written: ${relative(root, SNAPSHOT_FILE)}${entry ? ` and ${relative(root, CHANGES_FILE)}` : ''}`);
}

function readArguments(args) {
  try {
    const { values } = parseArgs({ args, options: { breaking: { type: 'string' }, help: { type: 'boolean' } } });
    if (!values.help) return values;
    console.log(HELP);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

if (process.argv[1] === import.meta.filename) await main();
