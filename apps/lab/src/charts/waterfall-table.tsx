import type { RunExchange } from '@rungs/measure';
import type { StyleId } from '@rungs/scenarios';
import type { Picked } from '../panels/compare/picked.ts';
import { StyleName } from '../panels/compare/style-name.tsx';
import { Bytes, Duration } from './figure.tsx';
import { counted } from './quantity.ts';
import type { Bar, Lane } from './waterfall-lanes.ts';
import { outcomeText } from './waterfall-texts.ts';

const COLUMNS = ['Exchange', 'Request', 'Status', 'Start', 'Duration', 'Server', 'Sent', 'Received', 'SQL', 'Needs'];

/** Every bar as a row. Pointing at a row points at its bar. */
export function WaterfallTable(props: {
  readonly lanes: readonly Lane[];
  readonly shown: Picked | undefined;
  readonly onHover: (picked: Picked | undefined) => void;
  readonly onFocus: (picked: Picked | undefined) => void;
  readonly onPick: (style: StyleId, n: number) => void;
}) {
  const { lanes, shown, onHover, onFocus, onPick } = props;
  const count = lanes.reduce((sum, lane) => sum + (lane.kind === 'timed' ? lane.bars.length : 0), 0);
  return (
    <details className="waterfall-table">
      <summary>As a table: {counted(count, 'exchange')}</summary>
      <div className="panel-scroll">
        <table className="figures">
          <caption className="only-heard">Every exchange of every style, in the order in which it was asked</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={column === 'Request' ? 'figures-text' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {lanes.map((lane) => {
            const said = outcomeText(lane);
            return (
              <tbody key={lane.style}>
                <tr className="figures-group">
                  <th scope="rowgroup" colSpan={COLUMNS.length}>
                    <StyleName style={lane.style} />
                    {said && <span className="note"> {said}</span>}
                  </th>
                </tr>
                {lane.kind === 'timed' &&
                  lane.bars.map((bar) => {
                    const { n } = bar.exchange;
                    const here: Picked = { style: lane.style, n };
                    return (
                      <tr
                        key={n}
                        data-shown={shown?.style === lane.style && shown.n === n}
                        onMouseEnter={() => onHover(here)}
                        onMouseLeave={() => onHover(undefined)}
                        onFocus={() => onFocus(here)}
                        onBlur={() => onFocus(undefined)}
                      >
                        <th scope="row">
                          <button type="button" className="row-name" onClick={() => onPick(lane.style, n)}>
                            {n} {bar.exchange.label}
                          </button>
                          {bar.isCritical && <span className="note"> critical</span>}
                        </th>
                        <ExchangeCells bar={bar} />
                      </tr>
                    );
                  })}
              </tbody>
            );
          })}
        </table>
      </div>
    </details>
  );
}

function ExchangeCells({ bar }: { readonly bar: Bar }) {
  const { method, url, dependsOn, timeMs, sql }: RunExchange = bar.exchange;
  const { status, cache, bytes } = bar.exchange;
  return (
    <>
      <td className="figures-text">
        {method} {url}
      </td>
      <td>{cache === 'fresh' ? `${status} cache` : cache === 'revalidated' ? `${status} (304)` : status}</td>
      <td>
        <Duration ms={timeMs.start} />
      </td>
      <td>
        <Duration ms={timeMs.end - timeMs.start} />
      </td>
      <td>
        <Duration ms={timeMs.server} />
      </td>
      <td>
        <Bytes bytes={bytes.requestHead + bytes.requestBody} />
      </td>
      <td>
        <Bytes bytes={bytes.responseHead + bytes.responseBodyWire} />
      </td>
      <td>{sql.count}</td>
      <td>{dependsOn.length > 0 ? dependsOn.join(', ') : '–'}</td>
    </>
  );
}
