// `npm run clauses`: which test shows which clause of which standard, read from the names of the tests and written to
// docs/clauses.md. tools/clauses.spec.ts fails while that page is stale.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
export const CLAUSES_FILE = join(root, 'docs/clauses.md');

/** `RFC 9110 §13.1.2, §15.4.5: what is shown`; a draft or another standard has its name in place of the number. */
const NAMED_AFTER_A_CLAUSE =
  /^(?<source>[^§:]*?) ?(?<clauses>§[\w.]+(?:(?:, | and |–)§?[\w.]+)*)?:(?: (?<shown>.+))?$/s;
const STANDARD =
  /^(RFC \d+|JSON-RPC|OpenRPC|HAL|HAL-FORMS|ALPS|draft-|WHATWG|HTML|XML|OpenAPI|CSV|OWASP|GraphQL|Relay)(?![a-z])|^draft-/;

/** The text of the page, for the specs as they are. */
export function generate() {
  const bySource = new Map();
  for (const { source, clauses, shown, file } of specFiles().flatMap(clausesIn)) {
    const rows = bySource.get(source) ?? new Map();
    const key = `${clauses} ${shown}`;
    const row = rows.get(key) ?? { clauses, shown, files: new Set() };
    row.files.add(file);
    bySource.set(source, rows.set(key, row));
  }
  const sections = [...bySource].sort(([one], [other]) => compare(one, other)).map(sectionOf);
  return [
    '# Clauses and the tests that show them\n',
    'Made by `npm run clauses` from the names of the tests, and not edited. Each is shown over the wire, on a real server,',
    'unless its file ends in `.spec.ts` alone. What each style must show is in its README.\n',
    ...sections,
  ].join('\n');
}

function specFiles() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'libs'], { cwd: root });
  return String(listed)
    .split('\n')
    .filter((file) => /\.spec\.ts$/.test(file) || /libs\/testing\/src\/.*\.ts$/.test(file))
    .sort();
}

function clausesIn(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found = [];
  /** `within`: the clause that a group of tests is named after, and with it each of them. */
  const visit = (node, about, within) => {
    const { called, title } = namedCall(node) ?? {};
    const own = called && clauseNamedIn(title);
    if (called === 'it' && (own ?? within)) {
      const { shown, ...clause } = own ?? { ...within, shown: [within.shown, title].filter(Boolean).join(' · ') };
      // What each case of a table puts in is not told here.
      found.push({ ...clause, shown: `${about}${shown}`.replaceAll(/%[sjdo]/g, '…'), file });
    }
    const isGroup = called === 'describe';
    const told = isGroup ? (own ? '' : `${title} · `) : about;
    ts.forEachChild(node, (child) => visit(child, told, isGroup ? own : within));
  };
  visit(tree, '');
  return found;
}

/** `GraphQL over HTTP, GET: …` names a chapter instead of a number. */
function clauseNamedIn(title) {
  const named = NAMED_AFTER_A_CLAUSE.exec(title)?.groups;
  if (!named || !STANDARD.test(named.source)) return undefined;
  const [source, chapter] = named.source.split(', ');
  return { source, clauses: [chapter, named.clauses].filter(Boolean).join(' '), shown: named.shown };
}

/** `describe('…')`, `it('…')` and `it.each(…)('…')`. */
function namedCall(node) {
  if (!ts.isCallExpression(node)) return undefined;
  const called = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
  const name = ts.isPropertyAccessExpression(called) ? called.expression : called;
  const [title] = node.arguments;
  if (!ts.isIdentifier(name) || !title || !ts.isStringLiteralLike(title)) return undefined;
  return { called: name.text, title: title.text };
}

function sectionOf([source, rows]) {
  const lines = [...rows.values()]
    .sort((one, other) => compare(one.clauses, other.clauses) || compare(one.shown, other.shown))
    .map(({ clauses, shown, files }) => `- ${clauses && `**${clauses}** `}${escaped(shown)} (${linksTo(files)})`);
  return `## ${source}\n\n${lines.join('\n')}\n`;
}

const compare = (one, other) => one.localeCompare(other, 'en', { numeric: true });

const escaped = (text) => text.replaceAll(/[\\`*_<>|[\]]/g, '\\$&');

function linksTo(files) {
  return [...files].map((file) => `[${styleOf(file)}${basename(file)}](../${file})`).join(', ');
}

/** Several styles have a spec of the same name. */
function styleOf(file) {
  const style = /^libs\/styles\/([\w-]+)\//.exec(file)?.[1];
  return style === undefined ? '' : `${style}: `;
}

if (process.argv[1] === import.meta.filename) writeFileSync(CLAUSES_FILE, generate());
