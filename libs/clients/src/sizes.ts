import type { StyleId } from '@rungs/scenarios';
import { SIZES } from './sizes.generated.ts';

/** What a style's client costs to carry and its server costs to keep. Lines are those that are neither blank nor comment. */
export interface StyleSize {
  /** Of the sources of the client that does every operation of the catalogue. */
  readonly clientLines: number;
  /** The same client with the packages that it alone needs, minified as the lab ships it. */
  readonly clientMinifiedBytes: number;
  /** That, by gzip at level 6. */
  readonly clientGzipBytes: number;
  /** Of the style's own folder, schema included; use cases and what the levels share are not in it. */
  readonly serverLines: number;
}

/** Counted by `npm run sizes`; a spec fails when a source has changed since. */
export const STYLE_SIZES: Readonly<Record<StyleId, StyleSize>> = SIZES;
