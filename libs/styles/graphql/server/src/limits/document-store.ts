import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';
import { countTokens } from './limit-rules.ts';

/** What parsed documents may take up in one process, and as much again what was registered of their texts. */
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

/** What is kept with a text that was registered: its name, and its place in the order of use. */
const ENTRY_BYTES = 512;

/**
 * Texts that clients registered (automatic persisted queries), by their hash; the least recently used go. Apollo's own
 * store counts the characters alone: of texts of twenty, 30 MiB of them come to hundreds in memory.
 */
export function textStore(): InMemoryLRUCache<string> {
  const sizeCalculation = (text: string): number => ENTRY_BYTES + CHARACTER_BYTES * text.length;
  return new InMemoryLRUCache<string>({ maxSize: DOCUMENTS_BYTES, sizeCalculation });
}

function bytesOf(document: DocumentNode): number {
  const characters = document.loc?.source.body.length ?? 0;
  return 1 + TOKEN_BYTES * countTokens(document) + CHARACTER_BYTES * characters;
}
