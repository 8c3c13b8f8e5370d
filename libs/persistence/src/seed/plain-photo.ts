import type { Photo } from '@rungs/domain';
import { crc32, deflateSync } from 'node:zlib';

const SIDE_PIXELS = 64;

/** A square of one colour (0xRRGGBB), as a PNG of a few hundred bytes. */
export function plainPhoto(colour: number): Photo {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE_PIXELS, 0);
  header.writeUInt32BE(SIDE_PIXELS, 4);
  // One bit a pixel, an index into the palette.
  header.set([1, 3], 8);
  const palette = Buffer.alloc(3);
  palette.writeUIntBE(colour, 0, 3);
  // Each line is its filter's number and its pixels: all of them the palette's first colour.
  const lines = Buffer.alloc(SIDE_PIXELS * (1 + SIDE_PIXELS / 8));
  // Stored, not compressed: what zlib compresses to differs from one processor to the next.
  const data = deflateSync(lines, { level: 0 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return { contentType: 'image/png', data: Buffer.concat([signature, ...chunks]).toString('base64') };
}

/** PNG, third edition, §5.3. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
