import { tokenCall, tokenStepOf } from '@rungs/clients';
import { PERSONAS } from '../personas.ts';
import type { Session } from '../session.ts';
import { CommandBlock } from './command-block.tsx';

/** The token step: by a click for this page, by a command for a terminal. */
export function PersonaSignIn(props: {
  readonly session: Session;
  readonly origin: string;
  readonly onChoose: (persona: string) => void;
}) {
  const { session } = props;
  const chosen = session.kind === 'anonymous' ? undefined : session.persona;
  return (
    <section aria-labelledby="who">
      <h2 id="who">Say who is asking</h2>
      <p className="section-about">
        Six people of the demo data, and what each has to do with the order that is asked for below. Choosing one gets a
        token and puts it into the commands.
      </p>
      <ul className="personas">
        {PERSONAS.map(({ name, role, relation }) => (
          <li key={name}>
            <button
              type="button"
              className="persona"
              aria-pressed={session.kind === 'signed-in' && name === chosen}
              aria-disabled={session.kind === 'asking'}
              onClick={() => props.onChoose(name)}
            >
              <span className="persona-name">{name}</span> <span className="persona-role">{role}</span>{' '}
              <span className="persona-relation">{relation}</span>
            </button>
          </li>
        ))}
      </ul>
      <div role="status" className="session" data-state={session.kind}>
        <SessionLine session={session} />
      </div>
      <CommandBlock
        command={tokenStepOf(tokenCall(chosen ?? 'ann'), props.origin)}
        what={`the token step for ${chosen ?? 'ann'}`}
        caption="The same step in a terminal, which keeps the token in a variable:"
      />
    </section>
  );
}

function SessionLine({ session }: { readonly session: Session }) {
  switch (session.kind) {
    case 'anonymous':
      return <p className="note">Nobody yet: orders are not shown to strangers.</p>;
    case 'asking':
      return <p className="note">Getting a token as {session.persona} …</p>;
    case 'signed-in':
      return (
        <p>
          You are <strong>{session.persona}</strong> until {timeOfDay(session.expiresAtMs)}. The commands below carry
          the token.
        </p>
      );
    case 'failed':
      return (
        <>
          <p className="answer-trouble">
            No token as {session.persona}. {session.whatHappened}
          </p>
          <p>{session.whatToDo}</p>
        </>
      );
  }
}

function timeOfDay(atMs: number): string {
  return new Date(atMs).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
