import type { FieldError } from './refusal.ts';

/** The limits on a text's length, in UTF-16 code units. */
export function textErrors(text: string, path: string, min: number, max: number): FieldError[] {
  if (text.length < min) return [{ path, message: 'must not be empty' }];
  return text.length > max ? [{ path, message: `must have at most ${max} characters` }] : [];
}
