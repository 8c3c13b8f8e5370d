import { tokenCall, tokenStepOf } from '@rungs/clients';
import type { Session } from '../session.ts';
import { CommandBlock } from './command-block.tsx';
import { PersonaChoice } from './persona-choice.tsx';

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
      <PersonaChoice session={session} carriedBy="The commands below carry the token." onChoose={props.onChoose} />
      <CommandBlock
        command={tokenStepOf(tokenCall(chosen ?? 'ann'), props.origin)}
        what={`the token step for ${chosen ?? 'ann'}`}
        caption="The same step in a terminal, which keeps the token in a variable:"
      />
    </section>
  );
}
