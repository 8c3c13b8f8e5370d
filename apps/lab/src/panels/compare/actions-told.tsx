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
  const { outcome, knowledge, totals } = cell.run;
  // Links, forms or a list of actions, be it empty: an answer that says what may be done also says what may not.
  const mightTell = totals.fields.control > 0;
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
        <p>
          {mightTell ? 'No step offered' : 'Nothing'}
          {mightTell && <span className="note"> by answers that would say so</span>}
        </p>
      )}
      {outcome !== undefined && <p className="note">How it ended: {outcome}.</p>}
      {knowledge.rules.length > 0 && (
        <div className="known-rules note">
          {told.length > 0 || mightTell ? 'In its code besides:' : 'In its code instead:'}
          <ul>
            {knowledge.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
      )}
      {knowledge.rules.length === 0 && told.length === 0 && !mightTell && (
        <p className="note">Nothing in its code either: it would have to try.</p>
      )}
    </>
  );
}
