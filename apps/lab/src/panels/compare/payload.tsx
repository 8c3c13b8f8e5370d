import { useState } from 'react';
import { STYLE_CLIENTS } from '@rungs/clients';
import { neverReadPercent, type RunExchange } from '@rungs/measure';
import { bytesQuantity, counted, quantityText } from '../../charts/quantity.ts';
import { BodyText } from './body-text.tsx';
import type { LeafFilter } from './body-tree.ts';
import { ExchangeBytesTable } from './exchange-bytes.tsx';
import { ExchangeChoice } from './exchange-choice.tsx';
import { HeaderFields } from './header-fields.tsx';
import { Panel } from './panel.tsx';
import { pickedExchange, type PickedExchange, type PickingProps } from './picked.ts';
import { requestBodyText } from './request-body.ts';
import { nameOfStyle } from '../../styles-shown.ts';

/** One exchange as it travelled, and what of its answer the screen read. */
export function Payload(props: PickingProps) {
  const shown = pickedExchange(props.chosen, props.picked);
  return (
    <Panel id="payload" title="Payload" about={shown ? aboutText(shown) : 'What travelled, and what of it was read.'}>
      <div className="panel-frame">
        {shown ? (
          <>
            <ExchangeChoice {...props} shown={shown} />
            <Exchange key={`${shown.cell.run.id} ${shown.exchange.n}`} {...shown} />
          </>
        ) : (
          <p className="note">Nothing has travelled yet.</p>
        )}
      </div>
    </Panel>
  );
}

const FILTERS: readonly { readonly filter: LeafFilter; readonly title: string }[] = [
  { filter: 'all', title: 'Everything' },
  { filter: 'read', title: 'Only what was read' },
  { filter: 'unread', title: 'Only what nobody read' },
];

function Exchange({ cell, exchange }: PickedExchange) {
  const [filter, setFilter] = useState<LeafFilter>('all');
  const { n, method, url, status, cache, responseBody, usedPaths, fields } = exchange;
  const answers = STYLE_CLIENTS.find(({ style }) => style === cell.style)?.answers;
  const requestBody = exchange.requestBody === null ? undefined : requestBodyText(exchange.requestBody);
  return (
    <div className="payload" data-style={cell.style}>
      <p className="request-line">
        <span>
          <strong>{method}</strong> {url}
        </span>
        <span>
          {status} · {CACHE_TEXTS[cache]}
        </span>
      </p>
      {requestBody !== undefined && (
        <pre className="body-text request-body" tabIndex={0} role="group" aria-label={`Request body of exchange ${n}`}>
          {requestBody}
        </pre>
      )}
      {responseBody === null || !answers ? (
        <p className="note">The answer had no body, or none that is text.</p>
      ) : (
        <>
          <div className="payload-legend">
            <ul className="leaf-legend">
              <Legend mark="read" title="read" count={fields.used} />
              <Legend mark="unread" title="never read" count={fields.unused} />
              <Legend mark="control" title="control" count={fields.control} />
              <Legend mark="envelope" title="envelope" count={fields.envelope} />
            </ul>
            <div role="group" aria-label="Fields shown" className="filter-choice">
              {FILTERS.map(({ filter: one, title }) => (
                <button key={one} type="button" aria-pressed={one === filter} onClick={() => setFilter(one)}>
                  {title}
                </button>
              ))}
            </div>
          </div>
          <BodyText
            body={responseBody}
            usedPaths={usedPaths}
            answers={answers}
            filter={filter}
            label={`Response body of exchange ${n}`}
          />
        </>
      )}
      <ExchangeBytesTable exchange={exchange} />
      <HeaderFields title="Request headers, as the program set them" fields={exchange.requestHeaders} />
      <HeaderFields title="Response headers" fields={exchange.responseHeaders} />
    </div>
  );
}

function Legend(props: { readonly mark: string; readonly title: string; readonly count: number }) {
  return (
    <li>
      <span data-mark={props.mark}>{props.title}</span> <span className="leaf-count">{props.count}</span>
    </li>
  );
}

const CACHE_TEXTS: Readonly<Record<RunExchange['cache'], string>> = {
  fresh: 'answered by the client’s cache, nothing was sent',
  revalidated: 'the server said 304, the body is the cache’s',
  miss: 'not in the client’s cache, may be kept',
  uncacheable: 'may not be kept',
};

function aboutText({ cell, exchange: { label, bytes, fields } }: PickedExchange): string {
  const { used, unused, control, envelope } = fields;
  const leaves = used + unused + control + envelope;
  const size = quantityText(bytesQuantity(bytes.responseBodyDecoded));
  const waste = Math.round(neverReadPercent(bytes.compressed, bytes.compressedPruned));
  return [
    nameOfStyle(cell.style),
    label,
    ...(leaves > 0
      ? [
          `${size} of body, the screen read ${used} of ${counted(leaves, 'field')}`,
          ...(waste > 0 ? [`${waste} % of it for nothing, compressed`] : []),
        ]
      : []),
  ].join(' · ');
}
