import type { StyleId } from '@rungs/scenarios';

/** Rungs climbed, for the levels; a graph, for GraphQL. Told apart without colour. */
const RUNGS_CLIMBED: Record<StyleId, number | 'graph'> = {
  'rest-level-0': 0,
  'rest-level-1': 1,
  'rest-level-2': 2,
  'rest-level-3': 3,
  graphql: 'graph',
};

const RUNG_HEIGHTS = [13, 9, 5];

/** The mark of a style, in its colour. Beside its name, so it says nothing to a screen reader. */
export function StyleMark({ style }: { readonly style: StyleId }) {
  const climbed = RUNGS_CLIMBED[style];
  return (
    <svg className="style-mark" viewBox="0 0 16 18" width="16" height="18" aria-hidden="true" focusable="false">
      {climbed === 'graph' ? (
        <>
          <path className="style-mark-line" d="M8 3 2.8 13.5h10.4L8 3Z" />
          <circle cx="8" cy="3.2" r="2.4" />
          <circle cx="2.9" cy="13.8" r="2.4" />
          <circle cx="13.1" cy="13.8" r="2.4" />
        </>
      ) : (
        <>
          <path className="style-mark-line" d="M3 1v16M13 1v16" />
          {RUNG_HEIGHTS.slice(0, climbed).map((y) => (
            <rect key={y} x="3" y={y - 1.25} width="10" height="2.5" />
          ))}
        </>
      )}
    </svg>
  );
}
