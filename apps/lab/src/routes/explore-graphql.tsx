import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { GRAPHQL_EXAMPLES } from '@rungs/clients';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { ExampleOperations, writtenExample } from '../panels/example-operations.tsx';
import type { WrittenOperation } from '../panels/graphiql/address-bridge.tsx';
import { PersonaChoice } from '../panels/persona-choice.tsx';
import { ShareButton } from '../panels/share-button.tsx';
import { signInAs, type Session } from '../session.ts';

const PATH = '/explore/graphql';
const route = getRouteApi(PATH);

const Workbench = lazy(async () => ({ default: (await import('../panels/graphiql/workbench.tsx')).Workbench }));

const fetchHere: typeof globalThis.fetch = (...request) => fetch(...request);

const ANONYMOUS: Session = { kind: 'anonymous' };

/** What a link without an operation asks for. */
const FIRST = writtenExample(GRAPHQL_EXAMPLES[0]!);

/** GraphiQL: to ask one endpoint for anything, as one of the demo's people. */
export function ExploreGraphql() {
  const { query, variables = '', as } = route.useSearch();
  const asked = query === undefined ? FIRST : { query, variables };
  const { buildLocation } = useRouter();
  const navigate = useNavigate({ from: PATH });
  const [session, setSession] = useState<Session>(ANONYMOUS);
  /** Whose token was asked for last; requests wait for it. */
  const asking = useRef<{ readonly persona?: string; readonly session: Promise<Session> }>({
    session: Promise.resolve(ANONYMOUS),
  });

  const become = useCallback(async (persona: string): Promise<void> => {
    const signingIn = { persona, session: signInAs(persona, { fetch: fetchHere, nowMs: Date.now }) };
    asking.current = signingIn;
    setSession({ kind: 'asking', persona });
    const signedIn = await signingIn.session;
    if (asking.current === signingIn) setSession(signedIn);
  }, []);
  useEffect(() => {
    if (as !== undefined && as !== asking.current.persona) void become(as);
  }, [as, become]);

  const tokenNow = useCallback(async (): Promise<string | undefined> => {
    const current = await asking.current.session;
    return current.kind === 'signed-in' ? current.accessToken : undefined;
  }, []);
  const onWritten = useCallback(
    (written: WrittenOperation) =>
      void navigate({ search: (before) => ({ ...before, ...written }), replace: true, resetScroll: false }),
    [navigate],
  );
  const choose = (persona: string): void => {
    void become(persona);
    void navigate({ search: (before) => ({ ...before, as: persona }), replace: true, resetScroll: false });
  };

  return (
    <>
      <h1>
        <strong>GraphQL, one endpoint for any question.</strong> GraphiQL knows the schema: it completes what you write,
        says what is wrong with it, and documents every field.
      </h1>
      <section aria-labelledby="who">
        <h2 id="who">Say who is asking</h2>
        <p className="section-about">
          Operations are sent to this server with the token of whoever is chosen here. Changes are changes:{' '}
          <code>npm run db:reset</code> puts the demo data back.
        </p>
        <PersonaChoice session={session} carriedBy="What you run carries the token." onChoose={choose} />
      </section>
      <section aria-labelledby="examples">
        <h2 id="examples">Try one of these</h2>
        <p className="section-about">
          Each is put into the editor below, and asked as the one who is named. What you write stands in the address:
          Back brings it again.
        </p>
        <ExampleOperations examples={GRAPHQL_EXAMPLES} shown={asked.query} />
      </section>
      <section aria-labelledby="ask">
        <div className="section-head">
          <h2 id="ask">Ask</h2>
          <ShareButton
            link={`${location.origin}${buildLocation({ to: PATH, search: { ...asked, ...(as && { as }) } }).href}`}
          />
        </div>
        <div className="graphiql-frame">
          <Suspense
            fallback={
              <p role="status" className="note">
                Loading the editor …
              </p>
            }
          >
            <Workbench asked={asked} onWritten={onWritten} tokenNow={tokenNow} />
          </Suspense>
        </div>
      </section>
    </>
  );
}
