const PHASES = [
  { phase: 'waiting', title: 'waiting', about: 'on its way, or for a free connection' },
  { phase: 'server', title: 'server', about: 'as the server says' },
  { phase: 'download', title: 'download', about: 'first byte to last' },
  { phase: 'cache', title: 'from the cache', about: 'nothing was sent' },
] as const;

/** How to read the bars. */
export function WaterfallLegend() {
  return (
    <ul className="waterfall-legend note">
      {PHASES.map(({ phase, title, about }) => (
        <li key={phase}>
          <span className="bar-sample" aria-hidden="true">
            <span className="phase" data-phase={phase} />
          </span>
          <span>
            <strong>{title}</strong> {about}
          </span>
        </li>
      ))}
      <li>
        <span className="bar-sample" data-critical="true" aria-hidden="true">
          <span className="phase" />
        </span>
        <span>
          <strong>dark edge</strong> critical path
        </span>
      </li>
      <li>Connections and uploads are not told apart: localhost has next to no time to show for them.</li>
    </ul>
  );
}
