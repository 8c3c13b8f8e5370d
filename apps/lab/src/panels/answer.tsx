import { Fragment } from 'react';
import type { FirstRun } from '../first-run.ts';
import { prettyJson } from '../pretty-json.ts';
import type { RecordedExchange } from '../recording-fetch.ts';

/** What a style answered to its first call, in each state that a call can be in. */
export function Answer({ run, styleName }: { readonly run: FirstRun; readonly styleName: string }) {
  const exchanges = 'exchanges' in run ? run.exchanges : [];
  const last = exchanges.at(-1);
  return (
    <div className="answer" data-state={run.kind}>
      <div role="status">
        {run.kind === 'empty' && <p className="note">Not run yet.</p>}
        {run.kind === 'running' && <p className="note">Asking …</p>}
        {(run.kind === 'refused' || run.kind === 'failed') && (
          <>
            <p className="answer-trouble">{run.whatHappened}</p>
            <p>{run.whatToDo}</p>
          </>
        )}
        {run.kind === 'answered' && last && (
          <p className="only-heard">{`${styleName} answered with status ${last.status}.`}</p>
        )}
      </div>
      {exchanges.length > 0 && <Exchanges exchanges={exchanges} />}
      {last?.bodyText && (
        <pre className="answer-body" tabIndex={0} role="group" aria-label={`Answer of ${styleName}`}>
          <code>
            <JsonText text={prettyJson(last.bodyText)} />
          </code>
        </pre>
      )}
    </div>
  );
}

function Exchanges({ exchanges }: { readonly exchanges: readonly RecordedExchange[] }) {
  return (
    <table className="exchanges">
      <thead className="only-heard">
        <tr>
          <th scope="col">Request</th>
          <th scope="col">Status</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        {exchanges.map(({ method, target, status, durationMs }, index) => (
          <tr key={index}>
            <td>
              {method} {target}
            </td>
            <td className="figure">{status}</td>
            <td className="figure">
              {durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} <span className="unit">ms</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Laid-out JSON, its member names stepping back behind the values. */
function JsonText({ text }: { readonly text: string }) {
  return text.split('\n').map((line, index) => {
    const [, name = '', value = line] = /^(\s*"(?:[^"\\]|\\.)*": )(.*)$/.exec(line) ?? [];
    return (
      <Fragment key={index}>
        <span className="json-name">{name}</span>
        {value}
        {'\n'}
      </Fragment>
    );
  });
}
