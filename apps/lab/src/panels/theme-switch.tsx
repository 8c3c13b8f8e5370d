import { useState, useSyncExternalStore } from 'react';

type Theme = 'light' | 'dark';

/** As in public/theme.js, which applies it before the first paint. */
const KEPT_AS = 'rungs.theme';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

function watchSystem(onChange: () => void): () => void {
  prefersDark.addEventListener('change', onChange);
  return () => prefersDark.removeEventListener('change', onChange);
}

/** The system's setting holds until one chooses here. */
export function ThemeSwitch() {
  const systemTheme: Theme = useSyncExternalStore(watchSystem, () => prefersDark.matches) ? 'dark' : 'light';
  const [chosen, setChosen] = useState(document.documentElement.dataset['theme'] as Theme | undefined);
  const next: Theme = (chosen ?? systemTheme) === 'dark' ? 'light' : 'dark';
  const choose = (): void => {
    document.documentElement.dataset['theme'] = next;
    setChosen(next);
    try {
      localStorage.setItem(KEPT_AS, next);
    } catch {
      // Storage is closed to us: the choice holds for this visit.
    }
  };
  return (
    <button type="button" className="theme-switch" onClick={choose} aria-label={`Use the ${next} theme`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13Z" fill="currentColor" />
      </svg>
    </button>
  );
}
