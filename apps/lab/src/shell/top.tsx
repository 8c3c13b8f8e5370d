import { Link } from '@tanstack/react-router';
import { HealthLine } from '../panels/health-line.tsx';
import { ThemeSwitch } from '../panels/theme-switch.tsx';
import { RungsMark } from './rungs-mark.tsx';

/** Above every page: where one is, where else one can go, and whether the server is ready. */
export function Top() {
  return (
    <header className="top">
      <Link className="brand" to="/">
        <RungsMark />
        Rungs
      </Link>
      <nav className="places" aria-label="Pages">
        <Link to="/compare">Compare</Link>
        <Link to="/start">First calls</Link>
        <Link to="/reference">Reference</Link>
        <Link to="/explore/graphql">GraphQL</Link>
        <Link to="/method">Method</Link>
      </nav>
      <HealthLine />
      <ThemeSwitch />
    </header>
  );
}
