import type { Parameters } from './keyset.ts';

/** Every word of the text begins one of the row's `words`; a text without a word finds nothing. */
export function matching(row: string, text: string, parameters: Parameters): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) return 'false';
  const query = words.map((word) => `${word}:*`).join(' & ');
  return `${row}.words @@ to_tsquery('simple', ${parameters.add(query, 'text')})`;
}
