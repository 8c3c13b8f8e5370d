import type { CursorCodec, Position } from '@rungs/application';
import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_BYTES = 16;
const MIN_SECRET_CHARACTERS = 16;

/**
 * A cursor is base64url of a MAC and the position's JSON: HMAC-SHA-256 cut to 16 bytes (RFC 2104 §5) over scope and
 * position. The position can be read by whoever takes the trouble, and cannot be changed.
 */
export class HmacCursorCodec implements CursorCodec {
  constructor(private readonly secret: string) {
    if (secret.length < MIN_SECRET_CHARACTERS) {
      throw new Error(`The secret of the cursors needs at least ${MIN_SECRET_CHARACTERS} characters.`);
    }
  }

  seal(position: Position, scope: string): string {
    const payload = Buffer.from(JSON.stringify(position));
    return Buffer.concat([this.mac(payload, scope), payload]).toString('base64url');
  }

  open(cursor: string, scope: string): Position | undefined {
    const sealed = Buffer.from(cursor, 'base64url');
    // Node decodes what is not base64url as well; only the text that we made counts.
    if (sealed.length <= MAC_BYTES || sealed.toString('base64url') !== cursor) return undefined;
    const payload = sealed.subarray(MAC_BYTES);
    if (!timingSafeEqual(sealed.subarray(0, MAC_BYTES), this.mac(payload, scope))) return undefined;
    return JSON.parse(payload.toString()) as Position;
  }

  private mac(payload: Buffer, scope: string): Buffer {
    // The length keeps scope and payload apart, whatever is in them.
    const whole = createHmac('sha256', this.secret)
      .update(`${Buffer.byteLength(scope)}:${scope}`)
      .update(payload);
    return whole.digest().subarray(0, MAC_BYTES);
  }
}
