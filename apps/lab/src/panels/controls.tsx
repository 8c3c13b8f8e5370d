import { useId, type ReactNode } from 'react';
import { CLIENT_MODES, SCENARIOS, SERVER_MODES, STYLE_IDS, VISITS } from '@rungs/scenarios';
import { lookAt, type Look } from '../compare-address.ts';
import { nameOfStyle } from '../styles-shown.ts';

const CLIENT_NAMES = { granular: 'Granular', composed: 'Composed', 'purpose-built': 'Purpose-built' } as const;
const SERVER_NAMES = { 'per-row': 'Per row', batched: 'Batched', 'one-statement': 'One statement' } as const;
const VISIT_NAMES = { first: 'First', second: 'Second' } as const;

/** Everything that can be chosen. What is chosen is the page's address, so that a link restores it. */
export function Controls(props: {
  readonly look: Look;
  readonly onChange: (look: Look) => void;
  /** What can be done with it: run, share, export. */
  readonly children: ReactNode;
}) {
  const { look, onChange } = props;
  const { scenario, persona, choice, baseline } = look;
  const { personas, secondVisit } = SCENARIOS[scenario];
  return (
    <div className="controls" role="group" aria-label="What is compared">
      <Choice
        label="Scenario"
        value={scenario}
        options={Object.values(SCENARIOS).map(({ id, title }) => [id, title])}
        onChoose={(id) => onChange(lookAt(id, look))}
      />
      <Choice
        label="Network"
        value="localhost"
        options={[['localhost', 'localhost']]}
        note="All was measured on one machine. Times on other networks are not modelled yet."
      />
      <Choice
        label="Visit"
        value={choice.visit}
        options={VISITS.map((visit) => [visit, VISIT_NAMES[visit]])}
        without={secondVisit === true ? [] : ['second']}
        note={secondVisit === true ? undefined : `No second visit: ${secondVisit.notApplicable}.`}
        onChoose={(visit) => onChange({ ...look, choice: { ...choice, visit } })}
      />
      <Choice
        label="Client"
        value={choice.client}
        options={CLIENT_MODES.map((client) => [client, CLIENT_NAMES[client]])}
        // Another client asks for other things: the exchange that was picked is none of its.
        onChoose={(client) => onChange({ ...look, choice: { ...choice, client }, picked: undefined })}
      />
      <Choice
        label="Server"
        value={choice.server}
        options={SERVER_MODES.map((server) => [server, SERVER_NAMES[server]])}
        onChoose={(server) => onChange({ ...look, choice: { ...choice, server } })}
      />
      <Choice
        label="Baseline"
        value={baseline ?? ''}
        options={[['', 'None'], ...STYLE_IDS.map((style) => [style, nameOfStyle(style)] as const)]}
        onChoose={(style) => onChange({ ...look, baseline: style === '' ? undefined : style })}
      />
      <Choice
        label="As"
        value={persona}
        options={personas.map((name) => [name, name])}
        onChoose={(name) => onChange({ ...look, persona: name, picked: undefined })}
      />
      <div className="controls-actions">{props.children}</div>
    </div>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, name: string])[];
  /** Those that are shown and cannot be chosen. */
  readonly without?: readonly T[];
  /** Why something cannot be chosen. */
  readonly note?: string | undefined;
  /** Nothing to choose without it. */
  readonly onChoose?: (value: T) => void;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="choice" title={props.note}>
      <label className="choice-label" htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        disabled={!props.onChoose}
        aria-describedby={props.note ? noteId : undefined}
        onChange={({ target }) => {
          const chosen = props.options.find(([value]) => value === target.value);
          if (chosen) props.onChoose?.(chosen[0]);
        }}
      >
        {props.options.map(([value, name]) => (
          <option key={value} value={value} disabled={props.without?.includes(value)}>
            {name}
          </option>
        ))}
      </select>
      {props.note && (
        <span className="only-heard" id={noteId}>
          {props.note}
        </span>
      )}
    </div>
  );
}
