import { chosenRuns } from '@rungs/measure';
import type { PickedExchange, PickingProps } from './picked.ts';
import { StyleName } from './style-name.tsx';

/** Which style's which exchange is looked at. */
export function ExchangeChoice({ chosen, onPick, shown }: PickingProps & { readonly shown: PickedExchange }) {
  const { cell, exchange } = shown;
  const cells = chosenRuns(chosen).filter(({ run }) => run.exchanges.length > 0);
  return (
    <div className="exchange-choice">
      <div role="group" aria-label="Style" className="style-choice">
        {cells.map(({ style, run }) => (
          <button
            key={style}
            type="button"
            className="style-button"
            aria-pressed={style === cell.style}
            onClick={() => style !== cell.style && onPick(style, run.exchanges[0]?.n ?? 1)}
          >
            <StyleName style={style} />
          </button>
        ))}
      </div>
      <label className="exchange-select">
        <span className="note">Exchange</span>
        <select value={exchange.n} onChange={(event) => onPick(cell.style, Number(event.target.value))}>
          {cell.run.exchanges.map(({ n, label, method, url }) => (
            <option key={n} value={n}>
              {n} {label} · {method} {url}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
