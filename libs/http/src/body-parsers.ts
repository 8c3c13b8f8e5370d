import { PHOTO_TYPES } from '@rungs/domain';
import type { FastifyInstance } from 'fastify';
import { UnreadableBody } from './readable-body.ts';

/** RFC 8259 §9 lets a parser limit the depth; a recursive walk over deeper input would end the process's stack. */
const MAX_DEPTH = 64;

const JSON_TYPES = /^application\/(?:[\w!#$&^.-]+\+)?json(?:$|;)/i;
const TEXT_TYPES = /^(?:(?:application|text)\/xml|text\/csv) *(?:$|;)/i;
const PHOTO_BODY = new RegExp(`^(?:${PHOTO_TYPES.join('|')}) *(?:$|;)`, 'i');

/**
 * JSON (`application/json`, `…+json`) is decoded, XML and CSV are handed on as text, photos as their bytes; everything
 * else is 415, and so are these where a route does not take them (`JsonOnly`, `Takes`). What cannot be read becomes an
 * `UnreadableBody`, never an error, because each style says it in its own idiom; nothing at all becomes `undefined`.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer' } as const;
  fastify.addContentTypeParser(JSON_TYPES, options, (request, body: Buffer, done) => {
    done(null, body.length === 0 ? undefined : readJson(body, request.headers['content-type']));
  });
  fastify.addContentTypeParser(TEXT_TYPES, options, (request, body: Buffer, done) => {
    done(null, body.length === 0 ? undefined : readText(body, request.headers['content-type']));
  });
  fastify.addContentTypeParser(PHOTO_BODY, options, (_request, body: Buffer, done) => {
    done(null, body.length === 0 ? undefined : body);
  });
}

function readJson(body: Buffer, contentType: string | undefined): unknown {
  const text = readText(body, contentType);
  if (text instanceof UnreadableBody) return text;
  if (isDeeperThan(MAX_DEPTH, text)) return new UnreadableBody(`it is nested deeper than ${MAX_DEPTH} levels.`);
  try {
    // JSON.parse makes `__proto__` an own member like any other, which the input parsers then refuse by its path.
    return JSON.parse(text);
  } catch {
    return new UnreadableBody('the body is not JSON.');
  }
}

function readText(body: Buffer, contentType = ''): string | UnreadableBody {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1];
  // RFC 8259 §8.1: JSON between systems is UTF-8; we hold XML and CSV to the same.
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset)) {
    return new UnreadableBody(`the charset ${charset} is not UTF-8.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new UnreadableBody('the body is not UTF-8.');
  }
}

/** Counts brackets outside of strings, without recursion. */
function isDeeperThan(limit: number, text: string): boolean {
  if (text.length <= 2 * limit) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') {
      if (++depth > limit) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return false;
}
