import { inflateSync } from 'node:zlib';
import { photoErrors } from '@rungs/domain';
import { expect, it } from 'vitest';
import { plainPhoto } from './plain-photo.ts';

it('makes a small PNG of one colour, the same bytes on every machine', () => {
  const photo = plainPhoto(0xe8c66a);
  expect(photoErrors(photo)).toEqual([]);
  const bytes = Buffer.from(photo.data, 'base64');
  expect(bytes.length).toBe(659);
  expect(plainPhoto(0xe8c66a)).toEqual(photo);

  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  expect(chunks.get('PLTE')?.toString('hex')).toBe('e8c66a');
  const [width, height] = [0, 4].map((at) => chunks.get('IHDR')?.readUInt32BE(at));
  expect([width, height]).toEqual([64, 64]);
  // A filter's number and 64 pixels of one bit in each line.
  expect(inflateSync(chunks.get('IDAT') as Buffer)).toEqual(Buffer.alloc(64 * 9));
});
