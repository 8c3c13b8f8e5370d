import { useEffect, useRef, useState } from 'react';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import '../css/reference.css';
import { PersonaChoice } from '../panels/persona-choice.tsx';
import { loadDocument, OPENAPI_PATH } from '../openapi-document.ts';
import { operationsAlone } from '../panels/operations-alone.ts';
import { signInAs, type Session } from '../session.ts';
import { followTheme } from '../theme.ts';

const fetchHere: typeof globalThis.fetch = (...request) => fetch(...request);

/** Level 2, call by call, from its own description: to read, and to try out as one of the demo's people. */
export function Reference() {
  const [session, setSession] = useState<Session>({ kind: 'anonymous' });
  const [failure, setFailure] = useState<string>();
  const [isLoaded, setIsLoaded] = useState(false);
  const drawnIn = useRef<HTMLDivElement>(null);
  // Requests read it when they are sent: drawing anew would fold everything that was opened.
  const token = useRef<string>(undefined);
  token.current = session.kind === 'signed-in' ? session.accessToken : undefined;

  useEffect(() => {
    const node = drawnIn.current;
    if (!node) return undefined;
    const leave = new AbortController();
    loadDocument(leave.signal).then(
      (spec) => {
        if (leave.signal.aborted) return;
        setIsLoaded(true);
        SwaggerUI({
          domNode: node,
          spec,
          plugins: [operationsAlone],
          layout: 'OperationsAlone',
          docExpansion: 'list',
          displayRequestDuration: true,
          tryItOutEnabled: true,
          requestInterceptor: (request) => {
            if (token.current !== undefined) request.headers['Authorization'] ??= `Bearer ${token.current}`;
            return request;
          },
        });
      },
      (error: unknown) => {
        if (!leave.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      leave.abort();
      node.replaceChildren();
    };
  }, []);

  // The library's dark colours hang on the whole page: they go when it does.
  useEffect(() => {
    const { classList } = document.documentElement;
    const leave = followTheme((theme) => classList.toggle('dark-mode', theme === 'dark'));
    return () => {
      leave();
      classList.remove('dark-mode');
    };
  }, []);

  const choose = async (persona: string): Promise<void> => {
    if (session.kind === 'asking') return;
    setSession({ kind: 'asking', persona });
    setSession(await signInAs(persona, { fetch: fetchHere, nowMs: Date.now }));
  };

  return (
    <>
      <h1>
        <strong>REST level 2, call by call.</strong> From <a href={OPENAPI_PATH}>the OpenAPI document</a> that the
        server makes of its own code, and that every answer in the tests is held against.
      </h1>
      <section aria-labelledby="who">
        <h2 id="who">Say who is asking</h2>
        <p className="section-about">
          “Execute” sends a real request to this server, with the token of whoever is chosen here. Changes are changes:{' '}
          <code>npm run db:reset</code> puts the demo data back.
        </p>
        <PersonaChoice
          session={session}
          carriedBy="“Execute” sends the token along."
          onChoose={(persona) => void choose(persona)}
        />
      </section>
      <section aria-labelledby="operations">
        <h2 id="operations">Ask</h2>
        <p className="section-about">
          HEAD and OPTIONS are answered wherever something is, and not listed again for each. Conditions such as
          If-Match are left empty until you fill them in.
        </p>
        {!isLoaded && (
          <p role="status" className="note">
            {failure === undefined
              ? 'Loading the document …'
              : `${failure} Look whether the server still runs where you started it, then load the page again.`}
          </p>
        )}
        <div ref={drawnIn} className="reference" />
      </section>
    </>
  );
}
