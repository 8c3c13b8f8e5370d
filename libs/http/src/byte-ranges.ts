import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import parseRange from 'range-parser';
import { HttpRefusal } from './http-refusal.ts';

/** More parts than anybody needs of one thing: RFC 9110 §17.15 counsels to answer such with the whole. */
const MOST_PARTS = 10;

type Requested = Pick<FastifyRequest, 'headers' | 'method'>;

/**
 * The bytes that a GET asked for: RFC 9110 §14. Call it with the answer's type and validators on the reply.
 *
 * - one range is 206 with `Content-Range`; several, once those that overlap are joined, are `multipart/byteranges`
 * - ranges none of which is in the bytes are 416, with their length
 * - a field that is malformed, in another unit, or of a client that holds something older (`If-Range`) is ignored
 */
export function rangesOf(bytes: Buffer, request: Requested, reply: FastifyReply): Buffer {
  void reply.header('accept-ranges', 'bytes');
  const ranges = rangesAsked(bytes.length, request, reply);
  if (ranges === undefined) return bytes;
  const [first, ...more] = ranges;
  if (first === undefined) {
    // §15.5.17: what there would have been.
    void reply.header('content-range', `bytes */${bytes.length}`);
    const detail = `No such range: there are ${bytes.length} bytes.`;
    throw new HttpRefusal({ httpStatus: 416, title: 'Range Not Satisfiable', detail });
  }
  void reply.code(206);
  if (more.length > 0) return severalParts(bytes, ranges, reply);
  void reply.header('content-range', contentRange(first, bytes.length));
  return bytes.subarray(first.start, first.end + 1);
}

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Undefined where the whole is to be sent; none where nothing that was asked for is there. */
function rangesAsked(
  length: number,
  { headers, method }: Requested,
  reply: FastifyReply,
): readonly ByteRange[] | undefined {
  const { range, 'if-range': holds } = headers;
  // §14.2: defined for GET alone; §13.1.5: an older part must not be completed with a newer one.
  if (range === undefined || method !== 'GET' || (holds !== undefined && !isCurrent(holds, reply))) return undefined;
  // §14.1.2: of more bytes than there are from the end, all of them; the parser takes that for none.
  const known = range.replace(/([=,]\s*)-(\d+)/g, (_all, before: string, count: string) =>
    Number(count) === 0 ? `${before}${length}-` : `${before}-${Math.min(Number(count), length)}`,
  );
  const ranges = parseRange(length, known, { combine: true });
  if (ranges === -1) return /^bytes=/i.test(range) ? [] : undefined;
  return ranges === -2 || ranges.type.toLowerCase() !== 'bytes' || ranges.length > MOST_PARTS ? undefined : ranges;
}

/** RFC 9110 §13.1.5: strongly, hence a weak validator never is; a date only if it is the very same. */
function isCurrent(holds: string | readonly string[], reply: FastifyReply): boolean {
  return holds === reply.getHeader('etag') || holds === reply.getHeader('last-modified');
}

function contentRange({ start, end }: ByteRange, length: number): string {
  return `bytes ${start}-${end}/${length}`;
}

/** RFC 9110 §14.6. */
function severalParts(bytes: Buffer, ranges: readonly ByteRange[], reply: FastifyReply): Buffer {
  const boundary = randomBytes(12).toString('hex');
  const type = String(reply.getHeader('content-type'));
  const parts = ranges.flatMap((range) => [
    Buffer.from(
      `--${boundary}\r\nContent-Type: ${type}\r\nContent-Range: ${contentRange(range, bytes.length)}\r\n\r\n`,
    ),
    bytes.subarray(range.start, range.end + 1),
    Buffer.from('\r\n'),
  ]);
  void reply.type(`multipart/byteranges; boundary=${boundary}`);
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}
