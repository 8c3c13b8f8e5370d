import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 760px)');

function watch(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

/** Whether there is no room for a column per style: then a table is another table, and not the same one bent. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => narrow.matches);
}
