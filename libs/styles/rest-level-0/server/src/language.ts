import { acceptedOf, mediaTypeOf } from '@rungs/http';
import type { FastifyRequest } from 'fastify';

/** What answers are written in: JSON-RPC, or plain old XML under either of its names (RFC 7303 §9.2). */
export type AnswerType = 'application/json' | 'application/xml' | 'text/xml';

const JSON_RPC = 'application/json';
const XML = ['application/xml', 'text/xml'] as const;
const ANSWER_TYPES: readonly AnswerType[] = [JSON_RPC, ...XML];

/** True for a body that says it is XML. */
export function asksInXml(request: Pick<FastifyRequest, 'headers'>): boolean {
  return XML.some((mediaType) => mediaType === mediaTypeOf(request));
}

/**
 * What to answer with: `Accept` says it (RFC 9110 §12.5.1); who leaves it open is answered in the language of the
 * question. A batch is JSON-RPC's own: XML has no ids to tell its answers apart by. Undefined when nothing will do.
 */
export function answerTypeOf(request: Pick<FastifyRequest, 'headers' | 'body'>): AnswerType | undefined {
  const offers: readonly AnswerType[] = asksInXml(request) ? [...XML, JSON_RPC] : ANSWER_TYPES;
  return acceptedOf(request.headers.accept, Array.isArray(request.body) ? [JSON_RPC] : offers);
}

/** What to say no with, also to a client that accepts nothing that we have: no is said to everybody. */
export function refusalTypeOf(request: Pick<FastifyRequest, 'headers' | 'body'>): AnswerType {
  return answerTypeOf(request) ?? (asksInXml(request) ? XML[0] : JSON_RPC);
}

export function isXml(answerType: AnswerType): boolean {
  return answerType !== JSON_RPC;
}

/** The `Content-Type` of an answer. RFC 7303 §3: said in the field, the charset is not to be looked for in the document. */
export function contentTypeOf(answerType: AnswerType): string {
  return `${answerType}; charset=utf-8`;
}
