import { useState } from 'react';
import type { StyleId } from '@rungs/scenarios';
import type { Picked } from '../panels/compare/picked.ts';
import { nameOfStyle } from '../styles-shown.ts';
import { StyleName } from '../panels/compare/style-name.tsx';
import { FoldButton } from './fold-button.tsx';
import { folded, mayFold } from './folded.ts';
import { counted } from './quantity.ts';
import { barText, outcomeText } from './waterfall-texts.ts';
import type { Bar, Lane } from './waterfall-lanes.ts';

/** As .bar-row in css/waterfall.css. */
const ROW_PX = 18;

/** One style's lane: its bars, or why it has none. */
export function LaneRows(props: {
  readonly lane: Lane;
  readonly percentOf: (ms: number) => number;
  /** The exchange whose dependencies are drawn. */
  readonly shown: number | undefined;
  /** Never folded away. */
  readonly kept: number | undefined;
  readonly tabStop: number | undefined;
  readonly onHover: (picked: Picked | undefined) => void;
  readonly onFocus: (picked: Picked | undefined) => void;
  readonly onPick: (style: StyleId, n: number) => void;
}) {
  const { lane } = props;
  const said = outcomeText(lane);
  const name = nameOfStyle(lane.style);
  return (
    <div
      className="waterfall-lane"
      data-style={lane.style}
      role="group"
      aria-label={lane.kind === 'timed' ? `${name}, ${counted(lane.bars.length, 'exchange')}` : name}
    >
      <div className="waterfall-lane-name">
        <StyleName style={lane.style} />
        {lane.insteadOf && lane.kind === 'timed' && <span className="note">asks {lane.cell.client}</span>}
      </div>
      <div className="waterfall-lane-rows">
        {lane.kind === 'timed' && <Bars {...props} bars={lane.bars} />}
        {said && <p className="note waterfall-said">{said}</p>}
      </div>
    </div>
  );
}

function Bars({
  lane: { style },
  bars,
  percentOf,
  shown,
  kept,
  tabStop,
  onHover,
  onFocus,
  onPick,
}: Parameters<typeof LaneRows>[0] & { readonly bars: readonly Bar[] }) {
  const [isUnfolded, setUnfolded] = useState(false);
  // What the screen waited for last tells how long it all took.
  const last = bars.findLast(({ isCritical }) => isCritical);
  const inSight = isUnfolded ? bars : folded(bars, (bar) => bar === last || bar.exchange.n === kept);
  const shownBar = bars.find(({ exchange }) => exchange.n === shown);
  const related = new Set([shown, ...(shownBar?.exchange.dependsOn ?? []), ...(shownBar?.neededBy ?? [])]);
  // What is folded cannot take the focus.
  const stop = inSight.some(({ exchange }) => exchange.n === tabStop) ? tabStop : undefined;
  const orFirst = tabStop !== undefined && stop === undefined ? inSight[0]?.exchange.n : stop;
  return (
    <>
      <div className="bar-rows">
        {inSight.map((bar) => {
          const { n, label, cache } = bar.exchange;
          const aside = cache === 'fresh' ? 'from the cache' : cache === 'revalidated' ? '304' : undefined;
          return (
            <button
              key={n}
              type="button"
              className="bar-row"
              tabIndex={n === orFirst ? 0 : -1}
              aria-label={barText(bar, bars)}
              aria-current={n === shown ? 'true' : undefined}
              data-related={related.has(n)}
              onMouseEnter={() => onHover({ style, n })}
              onMouseLeave={() => onHover(undefined)}
              onFocus={() => onFocus({ style, n })}
              onBlur={() => onFocus(undefined)}
              onClick={() => onPick(style, n)}
            >
              <span className="bar-plot">
                <span
                  className="bar"
                  data-critical={bar.isCritical}
                  style={{
                    left: `${percentOf(bar.startMs)}%`,
                    width: `${percentOf(bar.endMs) - percentOf(bar.startMs)}%`,
                  }}
                >
                  {bar.phases.map(({ kind, startMs, endMs }) => (
                    <span key={kind} className="phase" data-phase={kind} style={{ flexGrow: endMs - startMs }} />
                  ))}
                </span>
                <span className="bar-label" style={{ left: `${percentOf(bar.endMs)}%` }}>
                  {label}
                  {aside && <span className="bar-aside"> {aside}</span>}
                </span>
              </span>
            </button>
          );
        })}
        {shownBar && <Connectors bar={shownBar} inSight={inSight} percentOf={percentOf} />}
      </div>
      {mayFold(bars) && (
        <FoldButton
          hidden={bars.length - inSight.length}
          isUnfolded={isUnfolded}
          what={`of ${nameOfStyle(style)}`}
          onToggle={() => setUnfolded(!isUnfolded)}
        />
      )}
    </>
  );
}

/** From the end of each answer that the exchange needed, and from its own end to those that needed it. */
function Connectors(props: {
  readonly bar: Bar;
  readonly inSight: readonly Bar[];
  readonly percentOf: (ms: number) => number;
}) {
  const { bar, inSight, percentOf } = props;
  const rowOf = (n: number): number => inSight.findIndex(({ exchange }) => exchange.n === n);
  const { n, dependsOn } = bar.exchange;
  const lines = [
    ...dependsOn.map((earlier) => ({ kind: 'needs', from: rowOf(earlier), to: rowOf(n) })),
    ...bar.neededBy.map((later) => ({ kind: 'needed-by', from: rowOf(n), to: rowOf(later) })),
  ];
  return (
    <span className="connectors" aria-hidden="true">
      {lines.map(({ kind, from, to }) => {
        const [earlier, later] = [inSight[from], inSight[to]];
        if (!earlier || !later) return null;
        const [left, right] = [percentOf(earlier.endMs), percentOf(later.startMs)];
        return (
          <span
            key={`${from}-${to}`}
            className="connector"
            data-kind={kind}
            style={{
              left: `${left}%`,
              width: `${Math.max(0, right - left)}%`,
              top: (from + 0.5) * ROW_PX,
              height: (to - from) * ROW_PX,
            }}
          />
        );
      })}
    </span>
  );
}
