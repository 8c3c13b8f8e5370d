import { Link } from '@tanstack/react-router';
import { encodingText, measuredCells, type Comparison, type RunEnvironment } from '@rungs/measure';
import { useRuns, type Shown } from '../runs/runs-context.tsx';

/** Where the figures come from: when, by whom and on what they were measured, and how often. */
export function Provenance({ shown }: { readonly shown: Shown }) {
  const { showSample } = useRuns();
  const { comparison, from, coversSample } = shown;
  const { env, persona } = comparison;
  return (
    <ul className="provenance" aria-label="Where the figures come from">
      <li>
        <strong>{from === 'sample' ? 'Recorded sample' : 'Measured live'}</strong>, {dateText(env.measuredAt)}
      </li>
      <li>{repeatsText(comparison)}</li>
      <li>asked as {persona}</li>
      <li>all on one machine, over localhost</li>
      <li>{environmentText(env)}</li>
      <li>
        <Link to="/method">how this is measured</Link>
      </li>
      {coversSample && (
        <li>
          <button type="button" className="as-link" onClick={showSample}>
            show the recorded sample again
          </button>
        </li>
      )}
    </ul>
  );
}

function dateText(measuredAt: string): string {
  const date = new Date(measuredAt);
  return Number.isNaN(date.getTime())
    ? measuredAt
    : date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}

function repeatsText(comparison: Comparison): string {
  const { repeats, views, mismatches } = comparison;
  const programs = measuredCells(comparison).length;
  const agreed = views.length === 1 && mismatches.length === 0 ? `, all ${programs} programs built the same view` : '';
  return `median of ${repeats}${agreed}`;
}

function environmentText({ client, encoding, node, platform, cpu, postgres, commit }: RunEnvironment): string {
  const known = [
    client === 'cli' ? 'from a terminal' : `from ${client === 'chromium' ? 'Chromium' : 'a browser'}`,
    `bodies ${encodingText(encoding)}`,
    node && `Node ${node.replace(/^v/, '')}`,
    platform,
    cpu,
    postgres && `PostgreSQL ${postgres}`,
    commit && `commit ${commit.slice(0, 7)}`,
  ];
  return known.filter((part) => part !== undefined).join(', ');
}
