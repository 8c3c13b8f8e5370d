import { useMemo, useState, type KeyboardEvent } from 'react';
import { scaleLinear } from '@visx/scale';
import { chosenRuns } from '@rungs/measure';
import { Panel } from '../panels/compare/panel.tsx';
import { pickedExchange, type Picked, type PickingProps } from '../panels/compare/picked.ts';
import { durationQuantity, quantityText } from './quantity.ts';
import { axisEndMs, lanesOf, type Bar, type Lane } from './waterfall-lanes.ts';
import { LaneRows } from './waterfall-lane.tsx';
import { WaterfallLegend } from './waterfall-legend.tsx';
import { WaterfallReadout } from './waterfall-readout.tsx';
import { WaterfallTable } from './waterfall-table.tsx';

const TICKS = 6;

/** When each style asked what, on one axis; which answers it had to wait for; and the same as a table. */
export function Waterfall({ chosen, picked, onPick }: PickingProps) {
  const lanes = useMemo(() => lanesOf(chosen), [chosen]);
  const [hovered, setHovered] = useState<Picked>();
  const [focused, setFocused] = useState<Picked>();
  const resting = pickedExchange(chosen, picked);
  const shown = hovered ?? focused ?? (resting && { style: resting.cell.style, n: resting.exchange.n });
  const bars = lanes.flatMap((lane) => (lane.kind === 'timed' ? lane.bars.map((bar) => ({ lane, bar })) : []));
  const shownBar = bars.find(({ lane, bar }) => lane.style === shown?.style && bar.exchange.n === shown.n);
  const isVoid = chosenRuns(chosen).some(({ run }) => !run.valid);
  const endMs = axisEndMs(lanes);
  const axis = scaleLinear<number>({ domain: [0, endMs > 0 ? endMs : 1], range: [0, 100] });

  return (
    <Panel
      id="waterfall"
      title="Waterfall"
      about={
        <>
          {isVoid && <strong>Void: this shows what the programs did, and compares nothing. </strong>}
          One axis for all styles. The times are localhost’s, where a round trip costs next to nothing.
        </>
      }
    >
      <div className="panel-frame">
        <WaterfallLegend />
        <div className="waterfall-scroll">
          <div className="waterfall" role="group" aria-label="Waterfall" aria-describedby="waterfall-keys">
            <p id="waterfall-keys" className="only-heard">
              Arrow keys lead from exchange to exchange. Enter shows its answer and its statements below.
            </p>
            <div className="waterfall-axis" aria-hidden="true">
              {(endMs > 0 ? axis.ticks(TICKS) : []).map((tickMs) => (
                <span key={tickMs} className="waterfall-tick" style={{ left: `${axis(tickMs)}%` }}>
                  <span>{tickMs === 0 ? '0' : quantityText(tickQuantity(tickMs))}</span>
                </span>
              ))}
            </div>
            <div onKeyDown={stepWithArrows}>
              {lanes.map((lane) => (
                <LaneRows
                  key={lane.style}
                  lane={lane}
                  percentOf={axis}
                  shown={shown?.style === lane.style ? shown.n : undefined}
                  kept={resting?.cell.style === lane.style ? resting.exchange.n : undefined}
                  tabStop={tabStopIn(lane, shown, bars)}
                  onHover={setHovered}
                  onFocus={setFocused}
                  onPick={onPick}
                />
              ))}
            </div>
          </div>
        </div>
        <WaterfallReadout lane={shownBar?.lane} bar={shownBar?.bar} />
        <WaterfallTable lanes={lanes} shown={shown} onHover={setHovered} onFocus={setFocused} onPick={onPick} />
      </div>
    </Panel>
  );
}

/** One of all bars is reached by Tab, the others from there by arrow keys. */
function tabStopIn(
  { style }: Lane,
  shown: Picked | undefined,
  bars: readonly { readonly lane: Lane; readonly bar: Bar }[],
): number | undefined {
  const first = bars[0] && { style: bars[0].lane.style, n: bars[0].bar.exchange.n };
  const stop = shown ?? first;
  return stop?.style === style ? stop.n : undefined;
}

function stepWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.bar-row')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  if (at < 0) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}

/** Ticks fall on round figures: no digits that say nothing. */
function tickQuantity(tickMs: number) {
  const { figure, unit } = durationQuantity(tickMs);
  return { figure: String(Number(figure)), unit };
}
