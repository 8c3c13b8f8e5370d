import { differingPaths, measuredCells, type Comparison } from '@rungs/measure';
import { viewValue } from '../view-value.ts';
import { nameOfStyle } from '../styles-shown.ts';

const SHOWN_PATHS = 8;

/** Of a void comparison: who built another view than most, and where it differs. */
export function Differences({ comparison }: { readonly comparison: Comparison }) {
  const [agreed, ...others] = comparison.views;
  return (
    <section className="differences" aria-labelledby="differences">
      <h2 id="differences">Why it is void</h2>
      {comparison.mismatches.map(({ style, client, server, visit, declared, got }) => (
        <p key={`${style} ${client} ${server} ${visit}`}>
          <strong>{nameOfStyle(style)}</strong> ({client}, {server}, {visit} visit) ended with “{got}”, where “
          {declared}” is declared for it.
        </p>
      ))}
      {agreed &&
        others.map((other, index) => {
          const paths = differingPaths(agreed.viewModel, other.viewModel);
          const builders = measuredCells(comparison).filter(({ view }) => view === index + 1);
          return (
            <div key={other.sha256}>
              <p>
                {builders
                  .map(({ style, client, visit }) => `${nameOfStyle(style)} (${client}, ${visit} visit)`)
                  .join(', ')}{' '}
                built another view than most:
              </p>
              <table className="differing">
                <thead>
                  <tr>
                    <th scope="col">Member of the view</th>
                    <th scope="col">Most</th>
                    <th scope="col">Here</th>
                  </tr>
                </thead>
                <tbody>
                  {paths.slice(0, SHOWN_PATHS).map((path) => (
                    <tr key={path}>
                      <th scope="row">{path === '' ? 'all of it' : path}</th>
                      <td>{viewValue(agreed.viewModel, path)}</td>
                      <td>{viewValue(other.viewModel, path)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {paths.length > SHOWN_PATHS && <p className="note">and {paths.length - SHOWN_PATHS} more</p>}
            </div>
          );
        })}
    </section>
  );
}
