import type { Column } from '../runs/columns.ts';
import { adviceOn, headOf } from '../runs/advice.ts';
import { nameOfStyle } from '../styles-shown.ts';
import { StyleName } from './compare/style-name.tsx';
import { MarkedText } from './marked-text.tsx';

/** A style's name, and what one has to know before one reads its figures. */
export function ColumnHead({ column }: { readonly column: Column }) {
  return (
    <>
      <StyleName style={column.style} />
      {column.standIn && (
        <span className="column-stand-in" title={column.standIn.reason}>
          asks {column.standIn.client}
        </span>
      )}
      {column.state === 'partial' && (
        <span className="column-trouble">
          {column.cell.run.repeats} of {column.repeats} repeats: {headOf(column.failure).toLowerCase()}
        </span>
      )}
    </>
  );
}

/** What there is to say of a style that has no figures. */
export function ColumnNote({ column }: { readonly column: Column }) {
  switch (column.state) {
    case 'empty':
      return <p>Not run yet.</p>;
    case 'waiting':
      return <p>Waiting …</p>;
    case 'running': {
      const { done, total, failure, style } = column;
      if (failure) return <p className="column-trouble">{headOf(failure)}</p>;
      return (
        <>
          <p>
            {done} of {total}
          </p>
          <progress value={done} max={total} aria-label={`${nameOfStyle(style)}: programs run`} />
        </>
      );
    }
    case 'failed':
      return (
        <>
          <p className="column-trouble">{headOf(column.failure)}</p>
          <p className="column-message">{column.failure.message}</p>
          <p>{adviceOn(column.failure)}</p>
          {column.exchanges.length > 0 && (
            <ol className="column-seen" aria-label={`${nameOfStyle(column.style)}: what was asked until then`}>
              {column.exchanges.map(({ n, label, status }) => (
                <li key={n}>
                  {label} <span className="unit">{status}</span>
                </li>
              ))}
            </ol>
          )}
        </>
      );
    case 'not-applicable':
      return (
        <>
          <p>Not applicable:</p>
          <p>
            <MarkedText text={column.reason} />
          </p>
        </>
      );
    case 'measured':
    case 'partial':
      return null;
  }
}
