import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';
import { countTokens } from './limit-rules.ts';

/** What parsed documents may take up in one process. */
export const DOCUMENTS_BYTES = 30 * 2 ** 20;

/** The most that a token and what is parsed from it were seen to take up: fields, each with its name and locations. */
const TOKEN_BYTES = 512;
/** A text that holds anything beyond Latin 1 is kept with two bytes for each character. */
const CHARACTER_BYTES = 2;

/**
 * Parsed and valid documents by their text, so that a query that comes again is neither parsed nor validated: the least
 * recently used go. Apollo measures them by their JSON, in which comments, blanks and text do not appear, though they
 * stay in memory with the document: strangers could fill gigabytes with them.
 */
export function documentStore(): InMemoryLRUCache<DocumentNode> {
  return new InMemoryLRUCache<DocumentNode>({ maxSize: DOCUMENTS_BYTES, sizeCalculation: bytesOf });
}

function bytesOf(document: DocumentNode): number {
  const characters = document.loc?.source.body.length ?? 0;
  return 1 + TOKEN_BYTES * countTokens(document) + CHARACTER_BYTES * characters;
}
