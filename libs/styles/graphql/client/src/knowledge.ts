import type { PriorKnowledge } from '@rungs/scenarios';
import type { GraphqlDocument, PersistedDocument } from './exchange.ts';

/** A comment, a text, the operation's own name, a variable, a spread, or a name. */
const TOKEN = /"[^"]*"|\b(?:query|mutation)\s+\w+|\$\w+|\.\.\.|\w+|[{}():]/g;

/** Types that come with the language, and words of its own. */
const OF_THE_LANGUAGE = new Set([
  'query',
  'mutation',
  'ID',
  'Int',
  'Float',
  'String',
  'Boolean',
  'on',
  'true',
  'false',
  'null',
]);

/**
 * What a client has to spell as the server does: the fields, arguments, types and enum values of its documents, and
 * what it fills in beside them. Read from the documents themselves, so that none can be forgotten; operation names,
 * variables and aliases are the client's own.
 */
export function knowledgeOf(
  documents: readonly Pick<GraphqlDocument<unknown, unknown>, 'text'>[],
  { filledIn = [], rules = [] }: { readonly filledIn?: readonly string[]; readonly rules?: readonly string[] } = {},
): PriorKnowledge {
  const names = new Set([...documents.flatMap(({ text }) => namesIn(text)), ...filledIn]);
  return { addresses: ['/graphql'], names: [...names], rules };
}

/** The same of a document that is asked for by its hash, which both sides have to spell alike as well. */
export function knowledgeOfPersisted(
  document: Pick<PersistedDocument<unknown, unknown>, 'id' | 'text'>,
): PriorKnowledge {
  return knowledgeOf([document], { filledIn: [document.id] });
}

/** The names that a document shares with the server's schema, in the order in which they stand there. */
export function namesIn(text: string): readonly string[] {
  const tokens = text.match(TOKEN) ?? [];
  let parentheses = 0;
  return tokens.filter((token, at) => {
    if (token === '(') parentheses += 1;
    if (token === ')') parentheses -= 1;
    if (!/^[A-Za-z_]\w*$/.test(token) || OF_THE_LANGUAGE.has(token)) return false;
    // Outside of parentheses a colon parts an alias from its field.
    return parentheses > 0 || tokens[at + 1] !== ':';
  });
}
