import { useSyncExternalStore } from 'react';
import { chooseTheme, themeNow, watchTheme, type Theme } from '../theme.ts';

/** The system's setting holds until one chooses here. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(watchTheme, themeNow);
  const next: Theme = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="theme-switch"
      onClick={() => chooseTheme(next)}
      aria-label={`Use the ${next} theme`}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13Z" fill="currentColor" />
      </svg>
    </button>
  );
}
