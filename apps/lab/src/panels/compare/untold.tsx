import type { Chosen } from '@rungs/measure';
import { failureText } from '../../charts/waterfall-texts.ts';

/** Why there is nothing to show of a style. */
export function Untold({ chosen: { cell } }: { readonly chosen: Chosen }) {
  if (!cell) return <span className="note">Not run yet.</span>;
  if (cell.outcome === 'failed') return <span className="note">{failureText(cell.failure)}</span>;
  if (cell.outcome === 'not-applicable') return <span className="note">Not in this style: {cell.reason}</span>;
  return null;
}
