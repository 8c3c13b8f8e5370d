import { Fragment, useId } from 'react';
import { STYLE_SIZES } from '@rungs/clients';
import { isMeasured, type Chosen, type RunKnowledge } from '@rungs/measure';
import { Bytes } from '../../charts/figure.tsx';
import { useOpened } from './opened.ts';
import { Panel } from './panel.tsx';
import { StyleName } from './style-name.tsx';
import { Untold } from './untold.tsx';

const KINDS = [
  { kind: 'addresses', title: 'Addresses' },
  { kind: 'names', title: 'Names' },
  { kind: 'rules', title: 'Rules' },
] as const satisfies readonly { readonly kind: keyof RunKnowledge; readonly title: string }[];

/** What each client has in its code before the first byte, and what that code weighs. */
export function Knowledge({ chosen }: { readonly chosen: readonly Chosen[] }) {
  const [isOpen, toggle] = useOpened();
  const idPrefix = useId();
  return (
    <Panel
      id="knowledge"
      title="Known beforehand"
      about="What this client has in its code: what breaks it when the server changes."
    >
      <div className="panel-frame">
        <div className="panel-scroll">
          <table className="figures knowledge">
            <caption className="only-heard">
              Prior knowledge for this task, and the size of the client, by style
            </caption>
            <thead>
              <tr>
                <td />
                <th scope="colgroup" colSpan={KINDS.length}>
                  for this task
                </th>
                <th scope="colgroup" colSpan={2}>
                  the whole client
                </th>
              </tr>
              <tr>
                <th scope="col">Style</th>
                {KINDS.map(({ kind, title }) => (
                  <th key={kind} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">Lines</th>
                <th scope="col" title="minified, gzip">
                  Code
                </th>
              </tr>
            </thead>
            <tbody>
              {chosen.map((one) => {
                const run = one.cell && isMeasured(one.cell) ? one.cell.run : undefined;
                const open = run !== undefined && isOpen(one.style);
                const size = STYLE_SIZES[one.style];
                const listsId = `${idPrefix}-${one.style}`;
                return (
                  <Fragment key={one.style}>
                    <tr>
                      <th scope="row">
                        {run ? (
                          <button
                            type="button"
                            className="row-name"
                            aria-expanded={open}
                            aria-controls={open ? listsId : undefined}
                            onClick={() => toggle(one.style)}
                          >
                            <StyleName style={one.style} />
                          </button>
                        ) : (
                          <StyleName style={one.style} />
                        )}
                      </th>
                      {run ? (
                        KINDS.map(({ kind }) => <td key={kind}>{run.knowledge[kind].length}</td>)
                      ) : (
                        <td colSpan={KINDS.length} className="figures-text">
                          <Untold chosen={one} />
                        </td>
                      )}
                      <td>{size.clientLines}</td>
                      <td>
                        <Bytes bytes={size.clientGzipBytes} />
                      </td>
                    </tr>
                    {open && (
                      <tr id={listsId}>
                        <td colSpan={1 + KINDS.length + 2} className="figures-open">
                          <Lists knowledge={run.knowledge} />
                        </td>
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </Panel>
  );
}

function Lists({ knowledge }: { readonly knowledge: RunKnowledge }) {
  return (
    <dl className="known">
      {KINDS.map(({ kind, title }) => (
        <div key={kind}>
          <dt className="note">{title}</dt>
          <dd>
            {knowledge[kind].length === 0 && <span className="note">none</span>}
            <ul data-kind={kind}>
              {knowledge[kind].map((known) => (
                <li key={known}>{known}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
