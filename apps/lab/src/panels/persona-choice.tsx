import { PERSONAS } from '../personas.ts';
import type { Session } from '../session.ts';

/** The demo's people to choose from, and whether one has a token now. */
export function PersonaChoice(props: {
  readonly session: Session;
  /** A sentence about what is asked with the token. */
  readonly carriedBy: string;
  readonly onChoose: (persona: string) => void;
}) {
  const { session } = props;
  const chosen = session.kind === 'anonymous' ? undefined : session.persona;
  return (
    <>
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
        <SessionLine session={session} carriedBy={props.carriedBy} />
      </div>
    </>
  );
}

function SessionLine({ session, carriedBy }: { readonly session: Session; readonly carriedBy: string }) {
  switch (session.kind) {
    case 'anonymous':
      return <p className="note">Nobody yet: orders are not shown to strangers.</p>;
    case 'asking':
      return <p className="note">Getting a token as {session.persona} …</p>;
    case 'signed-in':
      return (
        <p>
          You are <strong>{session.persona}</strong> until {timeOfDay(session.expiresAtMs)}. {carriedBy}
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
