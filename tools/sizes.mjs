// `npm run sizes`: what each style's client costs to carry and its server costs to keep, counted in the sources and
// written to libs/clients/src/sizes.generated.ts. tools/sizes.spec.ts fails while that file is stale.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { gzipSync } from 'fflate';
import { Lexer, Source } from 'graphql';
import ts from 'typescript';
import { build } from 'vite';
import { STYLES } from './lint/layers.mjs';

const root = resolve(import.meta.dirname, '..');
export const SIZES_FILE = join(root, 'libs/clients/src/sizes.generated.ts');

/** What every style's client carries alike, and so says nothing about any of them. */
const COMMON_PACKAGES = /^@rungs\//;

/** What is written by hand and runs: neither specs nor what is generated from other sources. */
const isSource = (file) => /\.(ts|graphql)$/.test(file) && !/\.(spec|generated|d)\.ts$/.test(file);

/** The text of the generated file, for the sources as they are. */
export async function generate() {
  const rows = [];
  for (const style of STYLES) rows.push(`  '${style}': ${literalOf(await sizeOf(style))},\n`);
  return (
    '// Made by tools/sizes.mjs and not edited: "npm run sizes" makes it again.\n\n' +
    `export const SIZES = {\n${rows.join('')}} as const;\n`
  );
}

/**
 * The client is `client.ts`, which does every operation, with all that it imports; scenarios, and what else is there
 * for measuring, are not what a client of the style has to carry.
 */
async function sizeOf(style) {
  const folder = join(root, 'libs/styles', style);
  const { code, moduleIds } = await shipped(join(folder, 'client/src/client.ts'));
  const own = moduleIds.filter((id) => id.startsWith(join(folder, 'client/src') + sep)).sort();
  const text = Buffer.from(code);
  return {
    clientLines: linesOf(own),
    clientMinifiedBytes: text.byteLength,
    // Not zlib's: its output differs from one processor to another.
    clientGzipBytes: gzipSync(text, { level: 6, mtime: 0 }).byteLength,
    serverLines: linesOf(sourcesBelow(join(folder, 'server/src'))),
  };
}

/** A module with what it imports, bundled and minified as the lab's build does it. */
async function shipped(entry) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    // The packages export their TypeScript under this condition.
    resolve: { conditions: ['@rungs/source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      rolldownOptions: {
        input: entry,
        external: COMMON_PACKAGES,
        preserveEntrySignatures: 'strict',
        treeshake: { moduleSideEffects: false },
      },
    },
  });
  const [chunk, ...others] = output;
  if (chunk.type !== 'chunk' || others.length > 0) throw new Error(`${entry} was built to more than one file.`);
  return chunk;
}

function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function linesOf(files) {
  return files.reduce((sum, file) => sum + countLines(relative(root, file), readFileSync(file, 'utf8')), 0);
}

/** Lines with something on them that is neither white space nor comment. */
export function countLines(file, text) {
  return file.endsWith('.graphql') ? linesOfSchema(text) : linesOfTypeScript(file, text);
}

function linesOfTypeScript(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = new Set();
  const visit = (node) => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    if (children.length > 0) return children.forEach(visit);
    const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    // A text of several lines is one token; blank lines in it are blank none the less.
    const token = text.slice(node.getStart(source), node.getEnd()).split('\n');
    for (const [at, line] of token.entries()) if (line.trim() !== '') lines.add(start + at);
  };
  visit(source);
  return lines.size;
}

/** A description is the schema's way to comment; where a text stands beside something else, the line counts anyway. */
function linesOfSchema(text) {
  const lexer = new Lexer(new Source(text));
  const lines = new Set();
  for (let token = lexer.advance(); token.kind !== '<EOF>'; token = lexer.advance()) {
    if (token.kind !== 'String' && token.kind !== 'BlockString') lines.add(token.line);
  }
  return lines.size;
}

function literalOf(size) {
  return `{ ${Object.entries(size)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(SIZES_FILE, await generate());
