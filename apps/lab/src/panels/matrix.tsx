import { bestFigure, type Comparison, type MeasuredCell, type Metric } from '@rungs/measure';
import type { StyleId } from '@rungs/scenarios';
import { Figure } from '../charts/figure.tsx';
import { rowQuantities, timesText } from '../matrix-figures.ts';
import { useNarrow } from '../narrow.ts';
import type { Column } from '../runs/columns.ts';
import { ColumnHead, ColumnNote } from './matrix-column.tsx';
import { StyleName } from './compare/style-name.tsx';

export interface MatrixProps {
  readonly columns: readonly Column[];
  /** What the figures are part of; undefined where nothing was run. */
  readonly comparison: Comparison | undefined;
  readonly metrics: readonly Metric[];
  readonly baseline?: StyleId | undefined;
  /** What the table is about, for whoever hears it. */
  readonly caption: string;
}

/** What each style costs, side by side; where there is no room for that, one below the other. */
export function Matrix(props: MatrixProps) {
  const isNarrow = useNarrow();
  const rows = [...outcomeRows(props), ...props.metrics.map((metric) => rowOf(metric, props))];
  const isVoid = props.comparison !== undefined && isVoidComparison(props.comparison);
  const Table = isNarrow ? NarrowTable : WideTable;
  return (
    <div className="matrix-frame" data-void={isVoid}>
      {isVoid && <p className="matrix-void">Void, and not ranked: these programs did not do the same.</p>}
      <Table {...props} rows={rows} caption={isVoid ? `${props.caption}: void, not ranked` : props.caption} />
    </div>
  );
}

/** Programs that built different views, or ended otherwise than declared. That none came to its end is no such thing. */
export function isVoidComparison({ views, mismatches }: Comparison): boolean {
  return views.length > 1 || mismatches.length > 0;
}

interface Entry {
  readonly words?: string | undefined;
  readonly text?: { readonly figure: string; readonly unit: string } | undefined;
  readonly isBest: boolean;
  readonly times?: string | undefined;
  readonly spread?: string | undefined;
}

interface Row {
  readonly metric: Pick<Metric, 'title' | 'about'> & { readonly id: string };
  readonly entries: readonly Entry[];
}

/** Where styles are to end differently, what each program ended with: words, and nothing to rank. */
function outcomeRows({ columns }: MatrixProps): readonly Row[] {
  const words = columns.map((column) => cellOf(column)?.run.outcome);
  if (words.every((said) => said === undefined)) return [];
  return [
    {
      metric: {
        id: 'outcome',
        title: 'Ended with',
        about: 'the point in which the styles differ, as declared for each',
      },
      entries: words.map((said) => ({ words: said, isBest: false })),
    },
  ];
}

function rowOf(metric: Metric, { columns, comparison, baseline }: MatrixProps): Row {
  const cells = columns.map(cellOf);
  const figures = cells.map((cell) => cell && metric.value(cell.run, comparison));
  const best =
    comparison &&
    bestFigure(
      metric,
      cells.filter((cell) => cell !== undefined),
      comparison,
    );
  const quantities = rowQuantities(metric, figures);
  const base = figures[columns.findIndex(({ style }) => style === baseline)];
  return {
    metric,
    entries: columns.map(({ style }, index) => {
      const [cell, figure] = [cells[index], figures[index]];
      return {
        text: quantities[index],
        isBest: figure !== undefined && figure === best,
        times: style === baseline ? undefined : timesText(figure, base),
        spread: cell && spreadText(metric, cell),
      };
    }),
  };
}

function cellOf(column: Column): MeasuredCell | undefined {
  return column.state === 'measured' || column.state === 'partial' ? column.cell : undefined;
}

function spreadText({ spread, digits }: Metric, { run }: MeasuredCell): string | undefined {
  const found = spread?.(run);
  return found && run.repeats > 1 ? `${found.min.toFixed(digits)} to ${found.max.toFixed(digits)}` : undefined;
}

type TableProps = MatrixProps & { readonly rows: readonly Row[] };

function WideTable({ columns, rows, caption }: TableProps) {
  return (
    <table className="matrix">
      <caption className="only-heard">{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column.style} scope="col" data-style={column.style} data-state={column.state}>
              <ColumnHead column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ metric, entries }, index) => (
          <tr key={metric.id}>
            <th scope="row" title={metric.about}>
              {metric.title}
            </th>
            {columns.map((column, place) => {
              const { style } = column;
              if (cellOf(column)) return <FigureCell key={style} entry={entries[place]} />;
              // A column without figures says in one cell, as high as the table, what there is to say of it.
              if (index > 0) return null;
              return (
                <td key={style} className="matrix-state" data-state={column.state} rowSpan={rows.length}>
                  <ColumnNote column={column} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NarrowTable({ columns, rows, caption }: TableProps) {
  const noted = columns.filter((column) => !cellOf(column) || column.standIn || column.state === 'partial');
  const shown = columns.filter(cellOf);
  return (
    <>
      {noted.length > 0 && (
        <dl className="matrix-states">
          {noted.map((column) => (
            <div key={column.style} data-style={column.style} data-state={column.state}>
              <dt>
                <ColumnHead column={column} />
              </dt>
              {!cellOf(column) && (
                <dd>
                  <ColumnNote column={column} />
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
      {shown.length > 0 && (
        <table className="matrix matrix-narrow">
          <caption className="only-heard">{caption}</caption>
          {rows.map(({ metric, entries }) => (
            <tbody key={metric.id}>
              <tr>
                <th scope="rowgroup" colSpan={2}>
                  {metric.title}
                </th>
              </tr>
              {columns.map((column, place) =>
                cellOf(column) ? (
                  <tr key={column.style} data-style={column.style}>
                    <th scope="row">
                      <StyleName style={column.style} />
                    </th>
                    <FigureCell entry={entries[place]} />
                  </tr>
                ) : null,
              )}
            </tbody>
          ))}
        </table>
      )}
    </>
  );
}

function FigureCell({ entry }: { readonly entry: Entry | undefined }) {
  if (entry?.words !== undefined) return <td className="matrix-words">{entry.words}</td>;
  if (!entry?.text) {
    return (
      <td className="matrix-none">
        <span aria-hidden="true">–</span>
        <span className="only-heard">none</span>
      </td>
    );
  }
  return (
    <td data-best={entry.isBest}>
      {entry.isBest && (
        <>
          <span className="best-dot" aria-hidden="true" />
          <span className="only-heard">best: </span>
        </>
      )}
      <Figure {...entry.text} />
      {entry.times && <span className="matrix-beside">{entry.times}</span>}
      {entry.spread && <span className="matrix-beside">{entry.spread}</span>}
    </td>
  );
}
