import type { Failure } from '@rungs/measure';
import { headOf } from '../runs/advice.ts';
import { counted, durationQuantity, quantityText } from './quantity.ts';
import type { Bar, Lane } from './waterfall-lanes.ts';

/** What is heard of a bar. */
export function barText(bar: Bar, bars: readonly Bar[]): string {
  const { label, cache, dependsOn, timeMs } = bar.exchange;
  const duration = quantityText(durationQuantity(bar.endMs - bar.startMs));
  return [
    label,
    cache === 'fresh' ? 'from the cache, nothing was sent' : `${duration}, from ${startText(bar)}`,
    ...(cache === 'fresh' ? [] : [`server ${quantityText(durationQuantity(timeMs.server))}`]),
    ...(cache === 'revalidated' ? ['not modified'] : []),
    `needs ${labelsText(dependsOn, bars) || 'no other'}`,
    ...(bar.neededBy.length > 0 ? [`needed by ${labelsText(bar.neededBy, bars)}`] : []),
    ...(bar.isCritical ? ['on the critical path'] : []),
  ].join(', ');
}

const MOST_LABELS = 5;

/** `order (1), courier (7)`; of very many the first few, and how many there are. */
export function labelsText(numbers: readonly number[], bars: readonly Bar[]): string {
  const isMany = numbers.length > MOST_LABELS;
  const named = (isMany ? numbers.slice(0, MOST_LABELS - 1) : numbers).map(
    (n) => `${bars.find(({ exchange }) => exchange.n === n)?.exchange.label ?? 'exchange'} (${n})`,
  );
  return named.join(', ') + (isMany ? ` and ${numbers.length - named.length} more` : '');
}

/** What a lane says beside its bars, or for want of any. */
export function outcomeText(lane: Lane): string | undefined {
  switch (lane.kind) {
    case 'timed': {
      if (lane.failure)
        return `Measured ${counted(lane.cell.run.repeats, 'time')}, then it ended. ${failureText(lane.failure)}`;
      return lane.bars.length === 0 ? 'Asked nothing.' : undefined;
    }
    case 'failed': {
      const seen = lane.seen.map(({ label, status }) => `${label} ${status}`);
      const before = seen.length > 0 ? ` Before that: ${seen.join(', ')}.` : '';
      return `${failureText(lane.failure)}${before}`;
    }
    case 'not-applicable':
      return `Not in this style: ${lane.reason}`;
    case 'not-run':
      return 'Not run yet.';
  }
}

export function failureText(failure: Failure): string {
  return `${headOf(failure)}: ${failure.message}${/[.!?…]$/.test(failure.message) ? '' : '.'}`;
}

function startText({ startMs }: Bar): string {
  return quantityText(durationQuantity(startMs));
}
