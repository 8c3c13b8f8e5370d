import { Fragment, useId } from 'react';
import {
  choose,
  isMeasured,
  type CacheOutcome,
  type Choice,
  type Chosen,
  type Comparison,
  type MeasuredCell,
} from '@rungs/measure';
import { SCENARIOS } from '@rungs/scenarios';
import { Bytes } from '../../charts/figure.tsx';
import { useOpened } from './opened.ts';
import { Panel } from './panel.tsx';
import { StyleName } from './style-name.tsx';
import { Untold } from './untold.tsx';
import { visitRows } from './visits.ts';

const OUTCOMES: readonly { readonly outcome: CacheOutcome; readonly about: string }[] = [
  { outcome: 'fresh', about: 'answered by the cache, nothing sent' },
  { outcome: 'revalidated', about: 'asked, 304, no body sent' },
  { outcome: 'miss', about: 'sent whole, may be kept' },
  { outcome: 'uncacheable', about: 'sent whole, may not be kept' },
];

/** What it costs to do the same again with what the first visit left in the client's cache. */
export function SecondVisit(props: SecondVisitProps) {
  const { secondVisit } = SCENARIOS[props.comparison.scenario];
  return (
    <Panel
      id="second-visit"
      title="Second visit"
      about="The same again, with what the first visit left in the client’s private cache (RFC 9111)."
    >
      <div className="panel-frame">
        {secondVisit === true ? <Visits {...props} /> : <p className="note">None: {secondVisit.notApplicable}</p>}
      </div>
    </Panel>
  );
}

interface SecondVisitProps {
  readonly comparison: Comparison;
  readonly choice: Pick<Choice, 'client' | 'server'>;
}

function Visits(props: SecondVisitProps) {
  const firsts = choose(props.comparison, { ...props.choice, visit: 'first' });
  const seconds = choose(props.comparison, { ...props.choice, visit: 'second' });
  const [isOpen, toggle] = useOpened();
  const idPrefix = useId();
  return (
    <>
      <div className="panel-scroll">
        <table className="figures visits">
          <caption className="only-heard">Bytes moved and what became of each request, by style and visit</caption>
          <thead>
            <tr>
              <th scope="col">Style</th>
              <th scope="col">First</th>
              <th scope="col">Second</th>
              {OUTCOMES.map(({ outcome, about }) => (
                <th key={outcome} scope="col" title={about}>
                  {outcome}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seconds.map((second) => {
              const first = firsts.find(({ style }) => style === second.style);
              const listId = `${idPrefix}-${second.style}`;
              const open = isOpen(second.style);
              return (
                <Fragment key={second.style}>
                  <tr data-style={second.style}>
                    <th scope="row">
                      {second.cell && isMeasured(second.cell) ? (
                        <button
                          type="button"
                          className="row-name"
                          aria-expanded={open}
                          aria-controls={open ? listId : undefined}
                          onClick={() => toggle(second.style)}
                        >
                          <StyleName style={second.style} />
                        </button>
                      ) : (
                        <StyleName style={second.style} />
                      )}
                    </th>
                    <MovedCell chosen={first} />
                    <SecondCells second={second} />
                  </tr>
                  {open && second.cell && isMeasured(second.cell) && (
                    <tr id={listId} data-style={second.style}>
                      <td colSpan={3 + OUTCOMES.length} className="figures-open">
                        <Requests first={first} second={second.cell} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <ul className="note outcome-legend">
        {OUTCOMES.map(({ outcome, about }) => (
          <li key={outcome}>
            <strong>{outcome}</strong> {about}
          </li>
        ))}
      </ul>
    </>
  );
}

function MovedCell({ chosen }: { readonly chosen: Chosen | undefined }) {
  return <td>{chosen?.cell && isMeasured(chosen.cell) ? <Bytes bytes={chosen.cell.run.totals.bytesWire} /> : '–'}</td>;
}

function SecondCells({ second }: { readonly second: Chosen }) {
  const { cell } = second;
  if (!cell || !isMeasured(cell)) {
    return (
      <td colSpan={1 + OUTCOMES.length} className="figures-text">
        <Untold chosen={second} />
      </td>
    );
  }
  return (
    <>
      <MovedCell chosen={second} />
      {OUTCOMES.map(({ outcome }) => (
        <td key={outcome}>{cell.run.exchanges.filter(({ cache }) => cache === outcome).length || '–'}</td>
      ))}
    </>
  );
}

function Requests({ first, second }: { readonly first: Chosen | undefined; readonly second: MeasuredCell }) {
  const before = first?.cell && isMeasured(first.cell) ? first.cell.run.exchanges : [];
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">Exchange</th>
          <th scope="col">First visit</th>
          <th scope="col">Bytes</th>
          <th scope="col">Second visit</th>
          <th scope="col">Bytes</th>
        </tr>
      </thead>
      <tbody>
        {visitRows(before, second.run.exchanges).map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {[row.first, row.second].map((visit, index) => (
              <Fragment key={index}>
                <td>{visit?.cache ?? '–'}</td>
                <td>{visit ? <Bytes bytes={visit.bytes} /> : '–'}</td>
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
