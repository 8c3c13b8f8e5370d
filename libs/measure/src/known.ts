import type { PriorKnowledge } from '@rungs/scenarios';
import type { RunExchange, RunKnowledge } from './run.ts';

/**
 * What a client has to have in its code: what its program declares, and the names of all members that it was seen to
 * read. A GraphQL client writes the latter down in its documents and a REST client in its view models; counted for the
 * one and not for the other, they would compare nothing.
 */
export function knowledgeOf(
  { addresses, names, rules }: PriorKnowledge,
  exchanges: readonly Pick<RunExchange, 'usedPaths'>[],
): RunKnowledge {
  // Sorted, since of answers that come at the same time either may be the first.
  const read = exchanges.flatMap(({ usedPaths }) => usedPaths.flatMap(memberNames)).toSorted();
  return { addresses, names: [...new Set([...names, ...read])], rules };
}

/** The names in a JSON Pointer (RFC 6901), without the places in lists. */
function memberNames(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .filter((token) => token !== '' && !/^\d+$/.test(token))
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
