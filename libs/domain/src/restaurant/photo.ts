import type { FieldError } from '../refusal.ts';

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

export const MAX_PHOTO_BYTES = 512 * 1024;

/** What a menu item says of its photo. */
export interface PhotoFacts {
  readonly contentType: PhotoType;
  readonly byteLength: number;
}

/** A dish's photo. */
export interface Photo {
  readonly contentType: PhotoType;
  /** The bytes in base64 (RFC 4648 §4), padded, on one line. */
  readonly data: string;
}

/** Of base64 text that `photoErrors` has found good. */
export function byteLengthOf(data: string): number {
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
  return (data.length / 4) * 3 - padding;
}

export function factsOfPhoto({ contentType, data }: Photo): PhotoFacts {
  return { contentType, byteLength: byteLengthOf(data) };
}

/** How files of each type begin, in Latin-1; a dot stands for any byte. */
const BEGINNINGS: Readonly<Record<PhotoType, RegExp>> = {
  'image/jpeg': /^\xff\xd8\xff/s,
  // eslint-disable-next-line no-control-regex -- PNG, third edition, §5.2: the signature has them
  'image/png': /^\x89PNG\r\n\x1a\n/s,
  'image/webp': /^RIFF....WEBP/s,
};

/** The limits on a photo: of a known type, of that type indeed, and of at most 512 KiB. */
export function photoErrors({ contentType, data }: Photo): FieldError[] {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(data)) {
    return [{ path: '/data', message: 'must be base64 (RFC 4648 §4), padded, without line breaks' }];
  }
  if (byteLengthOf(data) > MAX_PHOTO_BYTES) {
    return [{ path: '/data', message: `must have at most ${MAX_PHOTO_BYTES} bytes` }];
  }
  return BEGINNINGS[contentType].test(atob(data.slice(0, 24)))
    ? []
    : [{ path: '/data', message: `must be an image of the type ${contentType}` }];
}
