import { curlOf, FIRST_CALLS, type Credential, type FirstCall } from '@rungs/clients';
import type { FirstRun } from '../first-run.ts';
import type { Session } from '../session.ts';
import type { ShownStyle } from '../styles-shown.ts';
import { Answer } from './answer.tsx';
import { CommandBlock } from './command-block.tsx';
import { StyleMark } from './style-mark.tsx';

/** One style: what it is like, where it answers, its first call to copy, and the same call run here. */
export function StylePanel(props: {
  readonly shown: ShownStyle;
  readonly origin: string;
  readonly session: Session;
  readonly run: FirstRun;
  readonly onRun: () => void;
}) {
  const { style, name, address, character } = props.shown;
  const { session, run } = props;
  const credential: Credential =
    session.kind === 'signed-in' ? { kind: 'token', token: session.accessToken } : { kind: 'shell-variable' };
  const calls: readonly FirstCall[] = FIRST_CALLS[style];
  const headingId = `style-${style}`;
  return (
    <section className="style" data-style={style} aria-labelledby={headingId}>
      <div className="style-about">
        <h3 id={headingId}>
          <StyleMark style={style} />
          {name}
        </h3>
        <p className="style-address">{address}</p>
        <p className="style-character">{character}</p>
        <button
          type="button"
          className="button"
          onClick={props.onRun}
          aria-disabled={run.kind === 'running'}
          aria-label={`Run the first call of ${name}`}
        >
          {run.kind === 'running' ? 'Running …' : run.kind === 'empty' ? 'Run here' : 'Run again'}
        </button>
      </div>
      <div className="style-calls">
        {calls.map((call, index) => (
          <CommandBlock
            key={call.path}
            caption={call.caption}
            command={curlOf(call, props.origin, credential)}
            what={calls.length === 1 ? `the first call of ${name}` : `call ${index + 1} of ${name}`}
            token={credential.kind === 'token' ? credential.token : undefined}
          />
        ))}
        <Answer run={run} styleName={name} />
      </div>
    </section>
  );
}
