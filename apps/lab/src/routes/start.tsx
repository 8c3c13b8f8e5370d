import { useRef, useState } from 'react';
import { STYLE_CLIENTS } from '@rungs/clients';
import type { StyleId } from '@rungs/scenarios';
import { runFirstCall, type FirstRun } from '../first-run.ts';
import { CommandBlock } from '../panels/command-block.tsx';
import { PersonaSignIn } from '../panels/persona-sign-in.tsx';
import { ReadOn } from '../panels/read-on.tsx';
import { StylePanel } from '../panels/style-panel.tsx';
import { signInAs, type Session } from '../session.ts';
import { SHOWN_STYLES } from '../styles-shown.ts';

const NOT_RUN: FirstRun = { kind: 'empty' };

// A fetch that was taken off its window refuses to work.
const fetchHere: typeof globalThis.fetch = (...request) => fetch(...request);

/** The first calls of all five styles: to copy, and to run here. */
export function Start() {
  const { origin } = location;
  const [session, setSession] = useState<Session>({ kind: 'anonymous' });
  const [runs, setRuns] = useState<Partial<Record<StyleId, FirstRun>>>({});
  /** Answers to a persona that asks no longer are dropped. */
  const visit = useRef(0);

  const choose = async (persona: string): Promise<void> => {
    if (session.kind === 'asking') return;
    visit.current += 1;
    setRuns({});
    setSession({ kind: 'asking', persona });
    setSession(await signInAs(persona, { fetch: fetchHere, nowMs: Date.now }));
  };
  const run = async (style: StyleId): Promise<void> => {
    const entry = STYLE_CLIENTS.find((client) => client.style === style);
    if (!entry || runs[style]?.kind === 'running') return;
    const asked = visit.current;
    setRuns((before) => ({ ...before, [style]: { kind: 'running' } }));
    const outcome = await runFirstCall(entry, { baseUrl: origin, session, fetch: fetchHere });
    if (visit.current === asked) setRuns((before) => ({ ...before, [style]: outcome }));
  };
  /** One after the other: side by side they would wait for each other, and the times would say so. */
  const runAll = async (): Promise<void> => {
    const asked = visit.current;
    for (const { style } of SHOWN_STYLES) if (visit.current === asked) await run(style);
  };

  return (
    <>
      <h1>
        <strong>One service, five API styles.</strong> The same restaurants and orders, the same rules and the same
        database, answered as REST <strong>level 0</strong> to <strong>level 3</strong> and as <strong>GraphQL</strong>:
        so that what each style costs can be measured.
      </h1>
      <PersonaSignIn session={session} origin={origin} onChoose={(persona) => void choose(persona)} />
      <section aria-labelledby="first-calls">
        <div className="section-head">
          <h2 id="first-calls">Ask five APIs for the same order</h2>
          <button type="button" className="button button-primary" onClick={() => void runAll()}>
            Run all five
          </button>
        </div>
        <p className="section-about">
          Each command is a style’s first call, to copy. Run here, each style’s own client asks for the same order: what
          travelled is shown as it came, with the time that this browser saw.
        </p>
        {SHOWN_STYLES.map((shown) => (
          <StylePanel
            key={shown.style}
            shown={shown}
            origin={origin}
            session={session}
            run={runs[shown.style] ?? NOT_RUN}
            onRun={() => void run(shown.style)}
          />
        ))}
      </section>
      <section aria-labelledby="compare">
        <h2 id="compare">Compare what it costs</h2>
        <CommandBlock
          command="npm run compare -- order-details"
          what="the comparison"
          caption="Fills one screen through all five and prints what each took: exchanges, dependent round trips, bytes, SQL statements, server time."
        />
      </section>
      <ReadOn />
    </>
  );
}
