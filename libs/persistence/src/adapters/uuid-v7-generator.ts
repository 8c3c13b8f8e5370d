import type { IdGenerator } from '@rungs/application';
import { randomBytes } from 'node:crypto';

/** RFC 9562 §5.7: 48 bits of milliseconds, then version and variant among 74 random bits. */
export function uuidV7(epochMs: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.set(random.subarray(0, 10), 6);
  bytes.writeUIntBE(epochMs, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Ids that grow with time, so that new rows land at the end of their indexes. */
export class UuidV7Generator implements IdGenerator {
  next(): string {
    return uuidV7(Date.now(), randomBytes(10));
  }
}
