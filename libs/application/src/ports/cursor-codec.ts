import type { Position } from '../paging.ts';

/** Makes cursors opaque and signed; `scope` is authenticated but not carried. */
export interface CursorCodec {
  seal(position: Position, scope: string): string;
  /** Undefined for a cursor that is forged, altered, or of another scope. */
  open(cursor: string, scope: string): Position | undefined;
}
