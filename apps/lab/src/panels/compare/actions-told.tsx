import { isMeasured, type Chosen, type MeasuredCell } from '@rungs/measure';
import { Panel } from './panel.tsx';
import { StyleName } from './style-name.tsx';
import { toldBy } from './told.ts';
import { Untold } from './untold.tsx';

/** What the answers said that may be done next; and of styles that say nothing, what their clients go by. */
export function ActionsTold({ chosen }: { readonly chosen: readonly Chosen[] }) {
  return (
    <Panel
      id="actions-told"
      title="Told by the API"
      about="What the client may do next without knowing our rules; else what it goes by."
    >
      <dl className="panel-frame by-style">
        {chosen.map((one) => (
          <div key={one.style} data-style={one.style}>
            <dt>
              <StyleName style={one.style} />
            </dt>
            <dd>{one.cell && isMeasured(one.cell) ? <Told cell={one.cell} /> : <Untold chosen={one} />}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Told({ cell }: { readonly cell: MeasuredCell }) {
  const told = toldBy(cell);
  const { rules } = cell.run.knowledge;
  return (
    <>
      {told.length > 0 ? (
        <ul className="told">
          {told.map(({ name, source, by }) => (
            <li key={`${source} ${name}`}>
              <code data-mark="control">{name}</code>{' '}
              <span className="note">
                from <code>{source}</code> of {by.join(', ')}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>Nothing.</p>
      )}
      {rules.length > 0 ? (
        <div className="known-rules note">
          {told.length > 0 ? 'In its code besides:' : 'In its code instead:'}
          <ul>
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
      ) : (
        told.length === 0 && <p className="note">Nothing in its code either: it tries, and is told no.</p>
      )}
    </>
  );
}
