// Writes down the documents of our own clients by their SHA-256: all of them for the server, which runs no others where
// it is told so, and for the client the hashes of those that it asks for by nothing else. Run after every change of a
// document:
//   node --experimental-transform-types --conditions=@rungs/source libs/styles/graphql/server/trusted-documents.mjs
import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';

const MANIFEST = resolve(import.meta.dirname, 'src/transport/trusted-documents.generated.ts');
const IDS = resolve(import.meta.dirname, '../client/src/persisted.generated.ts');

/** What the client's programs ask for by GET. */
const PERSISTED = ['WHOLE_SCREEN', 'HISTORY_MADE_FOR_IT', 'RESTAURANTS_OF_LIST', 'MENU_OF_SCREEN', 'STATE_OF_ORDER'];

/** @param {string} text */
const sha256 = (text) => hash('sha256', text, 'hex');

/**
 * @returns {Promise<{ documents: Record<string, { readonly text: string }>, examples: readonly string[] }>} what our own
 *   clients ask: every document by its name, and the examples of the page to try the schema on
 */
export async function clientDocuments() {
  const { SCREEN_DOCUMENTS, ...exported } = await import('@rungs/graphql-client');
  const { GRAPHQL_EXAMPLES } = await import('@rungs/clients');
  const documents = Object.fromEntries(
    Object.entries({ ...exported, ...SCREEN_DOCUMENTS }).filter(([, value]) => typeof value?.text === 'string'),
  );
  return { documents, examples: GRAPHQL_EXAMPLES.map(({ query }) => query) };
}

/** @returns {Promise<Record<string, string>>} what each generated file must hold, by its path */
export async function generate({ documents, examples }) {
  const texts = [...new Set([...Object.values(documents).map(({ text }) => text), ...examples])];
  const entries = texts.map((text) => [sha256(text), text]).sort(([a], [b]) => (a < b ? -1 : 1));
  const ids = PERSISTED.map((name) => [name, `sha256:${sha256(documents[name].text)}`]);
  const header = '// Generated from the documents of our clients by trusted-documents.mjs.\n\n';
  const files = {
    [MANIFEST]:
      `${header}/** Texts by their SHA-256. */\n` +
      `export const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map(${JSON.stringify(entries)});\n`,
    [IDS]:
      `${header}/** The identifiers of documents that are asked for by them. */\n` +
      `export const DOCUMENT_IDS = ${JSON.stringify(Object.fromEntries(ids))} as const;\n`,
  };
  const options = { ...(await resolveConfig(MANIFEST)), parser: 'typescript' };
  const formatted = Object.entries(files).map(async ([file, text]) => [file, await format(text, options)]);
  return Object.fromEntries(await Promise.all(formatted));
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of Object.entries(await generate(await clientDocuments()))) writeFileSync(file, text);
}
