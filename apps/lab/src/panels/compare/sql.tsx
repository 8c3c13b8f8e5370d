import { Fragment, useId, useState } from 'react';
import { chosenRuns, type MeasuredCell, type RunExchange } from '@rungs/measure';
import { Duration } from '../../charts/figure.tsx';
import { FoldButton } from '../../charts/fold-button.tsx';
import { folded, mayFold } from '../../charts/folded.ts';
import { counted } from '../../charts/quantity.ts';
import { useOpened } from './opened.ts';
import { Panel } from './panel.tsx';
import { pickedExchange, type PickingProps } from './picked.ts';
import { laidOutSql, sqlInShort, statementGroups } from './sql-text.ts';
import { nameOfStyle } from '../../styles-shown.ts';
import { StyleName } from './style-name.tsx';

/** What the server asked its database for each exchange. */
export function Sql({ chosen, picked, onPick }: PickingProps) {
  const shown = pickedExchange(chosen, picked);
  return (
    <Panel id="sql" title="SQL" about="What the server ran for each exchange, transaction control included.">
      <div className="panel-frame">
        {shown ? (
          <>
            <Totals cells={chosenRuns(chosen)} shown={shown.cell} onPick={onPick} />
            <Statements key={shown.cell.run.id} cell={shown.cell} shownExchange={shown.exchange.n} />
          </>
        ) : (
          <p className="note">No statement has been run yet.</p>
        )}
      </div>
    </Panel>
  );
}

function Totals(props: {
  readonly cells: readonly MeasuredCell[];
  readonly shown: MeasuredCell;
  readonly onPick: PickingProps['onPick'];
}) {
  return (
    <div className="panel-scroll">
      <table className="figures sql-totals">
        <caption className="only-heard">Statements of all exchanges, by style</caption>
        <thead>
          <tr>
            <th scope="col">Style</th>
            <th scope="col">Statements</th>
            <th scope="col">Rows</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {props.cells.map(({ style, run }) => (
            <tr key={style} data-shown={style === props.shown.style}>
              <th scope="row">
                <button
                  type="button"
                  className="row-name"
                  aria-pressed={style === props.shown.style}
                  aria-label={`Show the statements of ${nameOfStyle(style)}`}
                  onClick={() => props.onPick(style, run.exchanges[0]?.n ?? 1)}
                >
                  <StyleName style={style} />
                </button>
              </th>
              <td>{run.totals.sql}</td>
              <td>{run.totals.sqlRows}</td>
              <td>
                <Duration ms={run.exchanges.reduce((sum, { sql }) => sum + sql.timeMs, 0)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The exchange that is looked at is open; any other opens at its name. */
function Statements({ cell, shownExchange }: { readonly cell: MeasuredCell; readonly shownExchange: number }) {
  const [isToggled, toggle] = useOpened();
  const [isUnfolded, setUnfolded] = useState(false);
  const idPrefix = useId();
  const { exchanges } = cell.run;
  const inSight = isUnfolded ? exchanges : folded(exchanges, ({ n }) => n === shownExchange);
  return (
    <div className="panel-scroll" data-style={cell.style}>
      <table className="figures sql-statements">
        <caption>
          <StyleName style={cell.style} />
        </caption>
        <thead>
          <tr>
            <th scope="col">Exchange</th>
            <th scope="col">Statements</th>
            <th scope="col">Rows</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {inSight.map((exchange) => {
            const { n, label, sql } = exchange;
            const isOpen = isToggled(String(n)) !== (n === shownExchange);
            const textsId = `${idPrefix}-${n}`;
            return (
              <Fragment key={n}>
                <tr>
                  <th scope="row">
                    <button
                      type="button"
                      className="row-name"
                      aria-expanded={isOpen}
                      aria-controls={isOpen ? textsId : undefined}
                      onClick={() => toggle(String(n))}
                    >
                      {n} {label}
                    </button>
                  </th>
                  <td>{sql.count}</td>
                  <td>{sql.rows}</td>
                  <td>
                    <Duration ms={sql.timeMs} />
                  </td>
                </tr>
                {isOpen && (
                  <tr id={textsId}>
                    <td colSpan={4} className="figures-open">
                      <StatementTexts exchange={exchange} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {mayFold(exchanges) && (
        <FoldButton
          hidden={exchanges.length - inSight.length}
          isUnfolded={isUnfolded}
          what="exchanges"
          onToggle={() => setUnfolded(!isUnfolded)}
        />
      )}
    </div>
  );
}

function StatementTexts({ exchange: { cache, sql } }: { readonly exchange: RunExchange }) {
  if (sql.count === 0) {
    return <p className="note">{cache === 'fresh' ? 'The server was not asked.' : 'None.'}</p>;
  }
  const untold = sql.count - sql.statements.length;
  return (
    <ol className="statements">
      {statementGroups(sql.statements).map(({ text, count, rows, timeMs }) => (
        <li key={text}>
          <details className="statement">
            <summary>
              {count > 1 && <span className="statement-times">{count} ×</span>}
              <code>{sqlInShort(text)}</code>
              <span>{counted(rows, 'row')}</span>
              <Duration ms={timeMs} />
            </summary>
            <pre>{laidOutSql(text)}</pre>
          </details>
        </li>
      ))}
      {untold > 0 && <li className="note">… and {counted(untold, 'statement')} more, whose texts were not kept.</li>}
    </ol>
  );
}
