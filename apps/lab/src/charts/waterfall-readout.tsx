import { StyleName } from '../panels/compare/style-name.tsx';
import { Bytes, Duration } from './figure.tsx';
import { counted } from './quantity.ts';
import type { Bar, Lane } from './waterfall-lanes.ts';
import { labelsText } from './waterfall-texts.ts';

/** The figures of the bar that is pointed at. Hidden from those who hear the same from the bar itself. */
export function WaterfallReadout(props: { readonly lane: Lane | undefined; readonly bar: Bar | undefined }) {
  const { lane, bar } = props;
  if (lane?.kind !== 'timed' || !bar) return null;
  const { label, method, url, status, cache, bytes, sql, timeMs, dependsOn } = bar.exchange;
  const needs = labelsText(dependsOn, lane.bars);
  const neededBy = labelsText(bar.neededBy, lane.bars);
  return (
    <p className="waterfall-readout" aria-hidden="true">
      <StyleName style={lane.style} />
      <strong>{label}</strong>
      <span className="waterfall-readout-request">
        {method} {url}
      </span>
      {cache === 'fresh' ? (
        <span>from the cache</span>
      ) : (
        <>
          <span>{status}</span>
          <span>
            <Duration ms={bar.endMs - bar.startMs} /> (server <Duration ms={timeMs.server} />)
          </span>
          <span>
            <Bytes bytes={bytes.requestHead + bytes.requestBody} /> up,{' '}
            <Bytes bytes={bytes.responseHead + bytes.responseBodyWire} /> down
          </span>
          <span>{counted(sql.count, 'statement')}</span>
        </>
      )}
      <span>{needs ? `needs ${needs}` : 'needs no other'}</span>
      {neededBy && <span>needed by {neededBy}</span>}
    </p>
  );
}
