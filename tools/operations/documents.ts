import { PERSONA_NAMES } from '@rungs/application';
import { format, resolveConfig } from 'prettier';
import { graphqlFile, graphqlOperations, graphqlVariables } from './graphql-file.ts';
import { httpFile } from './http-file.ts';
import { operationsPage } from './operations-page.ts';
import { postmanCollection, postmanEnvironment } from './postman.ts';
import type { StyleRecording } from './record.ts';

/** Every document that is made from the recordings, by its path from the repository's root. */
export async function documentsOf(styles: readonly StyleRecording[]): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<string, string>([
    ['docs/operations.md', operationsPage(styles)],
    ['docs/api/rungs.postman_collection.json', JSON.stringify(await postmanCollection(styles))],
    ['docs/api/local.postman_environment.json', JSON.stringify(postmanEnvironment(PERSONA_NAMES))],
  ]);
  for (const style of styles) {
    documents.set(`docs/api/${style.style}.http`, await httpFile(style));
    if (style.style !== 'graphql') continue;
    const operations = await graphqlOperations(style);
    documents.set('docs/api/operations.graphql', graphqlFile(operations));
    documents.set('docs/api/operations.variables.json', JSON.stringify(graphqlVariables(operations)));
  }
  const laidOut = [...documents].map(async ([path, text]) => [path, await laidOutAs(path, text)] as const);
  return new Map(await Promise.all(laidOut));
}

/** As `npm run format` leaves it; editors' request files are nothing that Prettier knows. */
async function laidOutAs(path: string, text: string): Promise<string> {
  if (path.endsWith('.http')) return text;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}
