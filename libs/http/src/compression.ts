import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { isNotModified } from './conditional.ts';
import { tagOfVariant } from './etag.ts';
import { HttpRefusal } from './http-refusal.ts';

/** Of codings that a client wants equally, the first is sent. */
const CODINGS = ['br', 'zstd', 'gzip'] as const;

/** A content coding (RFC 9110 §8.4.1; `zstd`: RFC 8878). */
export type Coding = (typeof CODINGS)[number];

/** A body that is not larger fits into the first packet anyway. */
const LEAST_BYTES = 1024;

const BROTLI_QUALITY = 4;
const ZSTD_LEVEL = 3;
const GZIP_LEVEL = 6;

const brotli = promisify(brotliCompress);
const zstd = promisify(zstdCompress);
const gzipped = promisify(gzip);

/** In Node's own thread pool: nobody waits for them but who asked. */
const ENCODE: Readonly<Record<Coding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  zstd: (body) => zstd(body, { params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } }),
  gzip: (body) => gzipped(body, { level: GZIP_LEVEL }),
};

/** Text of some kind, by whatever name. What streams is not held back, and photos are as small as they get. */
const COMPRESSIBLE = /^(?:text\/(?!event-stream)|application\/(?:[\w!#$&^.-]+\+)?(?:json|xml|yaml)\b|image\/svg\+xml)/i;

type WithHeaders = Pick<FastifyRequest, 'headers'>;

/**
 * The coding in which a client gets what can be coded: RFC 9110 §12.5.3, by weight. Undefined for `identity`, which is
 * also what a client without an `Accept-Encoding` gets: it may be one that cannot decode anything.
 */
export function codingFor(request: WithHeaders): Coding | undefined {
  const [wanted] = acceptable(request);
  return CODINGS.find((coding) => coding === wanted);
}

/**
 * The validator of what this client gets: two codings of one thing are two representations, so their strong validators
 * differ (RFC 9110 §8.8.3.3).
 *
 * It says what was agreed on, not what was done: a body too small to be coded has it as well. So it is known before
 * there is a body, a 304 costs none, and a PUT is answered with the validator that a GET would be.
 */
export function codedTag(tag: string, request: WithHeaders): string {
  const coding = codingFor(request);
  return coding === undefined || tag.startsWith('W/') ? tag : tagOfVariant(tag, coding);
}

/** The validator that an answer has on the reply, as it is going to be sent. */
export function tagAsSent(request: WithHeaders, reply: FastifyReply): string | undefined {
  const etag = reply.getHeader('etag') as string | undefined;
  return etag !== undefined && canBeCoded(reply) ? codedTag(etag, request) : etag;
}

/** Call before anything else that looks at answers: what codes them is part of what they cost. */
export function registerCompression(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    // What streams is under way, and whoever made it answers for it.
    if (isStream(payload)) return payload;
    const body = payload as string | Buffer | null | undefined;
    const isCodable = canBeCoded(reply);
    if (isCodable) {
      vary(reply, 'Accept-Encoding');
      const etag = reply.getHeader('etag') as string | undefined;
      if (etag !== undefined && !isOfWhatWasPut(request)) void reply.header('etag', codedTag(etag, request));
    }
    if (reply.statusCode === 304 || holdsIt(request, reply)) return notModified(request, reply);
    return isCodable ? inCoding(request, reply, body) : body;
  });
}

/**
 * Refuses, before anything is read or done, what has no answer in a coding that the client takes, and bodies in a
 * coding: they would have to be measured decoded, and our clients' are small.
 */
export function registerCodingChecks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (acceptable(request).length === 0) {
      // RFC 9110 §12.5.3: `identity` goes without saying, unless it is refused with `identity;q=0` or `*;q=0`.
      const detail = `Accept-Encoding takes nothing that there is: identity, ${CODINGS.join(', ')}.`;
      throw new HttpRefusal({ httpStatus: 406, title: 'Not Acceptable', detail });
    }
    const { 'content-encoding': sentIn = 'identity', 'transfer-encoding': framing } = request.headers;
    const hasBody = framing !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
    // RFC 9110 §5.6.1.2: what is empty in a list is no coding.
    const codings = sentIn.split(',').map((coding) => coding.trim().toLowerCase());
    if (hasBody && codings.some((coding) => coding !== '' && coding !== 'identity')) {
      // RFC 9110 §15.5.16 and §12.5.3 (RFC 7694 §3): a 415 about a coding says which ones would be taken.
      void reply.header('accept-encoding', 'identity');
      const detail = `The body is sent in ${sentIn}; no content coding is taken here.`;
      throw new HttpRefusal({ httpStatus: 415, title: 'Unsupported Media Type', detail });
    }
  });
}

/** Asked for several times of each request, and each time it would have to be read anew. */
const negotiated = new WeakMap<object, readonly string[]>();

/** What the client takes, what it likes best first. */
function acceptable({ headers }: WithHeaders): readonly string[] {
  const known = negotiated.get(headers);
  if (known) return known;
  // Its types do not know of the option yet: what to take of equals.
  const negotiator = new Negotiator({ headers }) as Negotiator & {
    encodings(offers: readonly string[], options: { readonly preferred: readonly string[] }): string[];
  };
  const found = negotiator.encodings([...CODINGS, 'identity'], { preferred: CODINGS });
  negotiated.set(headers, found);
  return found;
}

/** What its fields say, body or none. The bytes of a part (206) are counted as they are. */
function canBeCoded(reply: FastifyReply): boolean {
  if (reply.hasHeader('content-encoding') || reply.hasHeader('content-range')) return false;
  const type = reply.getHeader('content-type') as string | undefined;
  return type === undefined ? reply.hasHeader('etag') : COMPRESSIBLE.test(type);
}

/** RFC 9110 §9.3.4: the validator in the answer to a PUT is that of what was put, whatever the answer's body is. */
function isOfWhatWasPut({ method, headers }: FastifyRequest): boolean {
  const type = headers['content-type'];
  return method === 'PUT' && type !== undefined && !COMPRESSIBLE.test(type);
}

function isStream(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && !Buffer.isBuffer(payload);
}

/** Known only now that the validator is. RFC 9110 §13.2.1: conditions are about what would have been 200. */
function holdsIt(request: FastifyRequest, reply: FastifyReply): boolean {
  if (reply.statusCode !== 200 || !['GET', 'HEAD', 'QUERY'].includes(request.method)) return false;
  const [etag, lastModified] = ['etag', 'last-modified'].map((name) => reply.getHeader(name) as string | undefined);
  return (etag !== undefined || lastModified !== undefined) && isNotModified(request, etag, lastModified);
}

/** RFC 9110 §15.4.5: what a cache needs to go on with what it has, and nothing else about the body. */
function notModified({ method }: FastifyRequest, reply: FastifyReply): unknown {
  void reply.code(304);
  const useless = ['content-type', 'content-length', 'content-language'];
  if (reply.hasHeader('etag')) useless.push('last-modified');
  for (const name of useless) void reply.removeHeader(name);
  // To HEAD, Fastify adds the length of what is sent, were it nothing, but not that of a stream.
  return method === 'HEAD' ? Readable.from([]) : null;
}

async function inCoding(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: string | Buffer | null | undefined,
): Promise<string | Buffer | null | undefined> {
  const coding = codingFor(request);
  if (!coding || !payload) return payload;
  // RFC 9110 §12.5.3: not as it is to whoever refuses `identity`, were it ever so small.
  if (Buffer.byteLength(payload) <= LEAST_BYTES && acceptable(request).includes('identity')) return payload;
  const body = await ENCODE[coding](Buffer.from(payload));
  void reply.header('content-encoding', coding).removeHeader('content-length');
  return body;
}

/** RFC 9110 §12.5.5: adds a name to what the answer was chosen by. */
function vary(reply: FastifyReply, name: string): void {
  const before = [reply.getHeader('vary') ?? []].flat().join(', ');
  const names = before.split(',').map((known) => known.trim().toLowerCase());
  if (names.includes('*') || names.includes(name.toLowerCase())) return;
  void reply.header('vary', before === '' ? name : `${before}, ${name}`);
}
