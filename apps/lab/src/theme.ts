export type Theme = 'light' | 'dark';

/** As in public/theme.js, which applies it before the first paint. */
const KEPT_AS = 'rungs.theme';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** Theirs who chose on this page; the system's otherwise. */
export function themeNow(): Theme {
  const chosen = document.documentElement.dataset['theme'] as Theme | undefined;
  return chosen ?? (prefersDark.matches ? 'dark' : 'light');
}

/** Calls when the theme may have changed, until the function that it answers is called. */
export function watchTheme(onChange: () => void): () => void {
  const chosen = new MutationObserver(onChange);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  prefersDark.addEventListener('change', onChange);
  return () => {
    chosen.disconnect();
    prefersDark.removeEventListener('change', onChange);
  };
}

/** Tells the theme now, and each one that follows. */
export function followTheme(told: (theme: Theme) => void): () => void {
  const tell = (): void => told(themeNow());
  tell();
  return watchTheme(tell);
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEPT_AS, theme);
  } catch {
    // Storage is closed to us: the choice holds for this visit.
  }
}
