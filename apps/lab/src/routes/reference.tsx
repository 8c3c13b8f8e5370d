import { useEffect, useRef, useState } from 'react';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import '../css/reference.css';
import { PersonaChoice } from '../panels/persona-choice.tsx';
import { signInAs, type Session } from '../session.ts';
import { followTheme } from '../theme.ts';

/** Where level 2 describes itself: generated from its code, and every answer of the tests is held against it. */
const DOCUMENT = '/level2/openapi.json';

const fetchHere: typeof globalThis.fetch = (...request) => fetch(...request);

/** Level 2, call by call, from its own description: to read, and to try out as one of the demo's people. */
export function Reference() {
  const [session, setSession] = useState<Session>({ kind: 'anonymous' });
  const drawnIn = useRef<HTMLDivElement>(null);
  // Requests read it when they are sent: drawing anew would fold everything that was opened.
  const token = useRef<string>(undefined);
  token.current = session.kind === 'signed-in' ? session.accessToken : undefined;

  useEffect(() => {
    const node = drawnIn.current;
    if (!node) return undefined;
    SwaggerUI({
      domNode: node,
      url: DOCUMENT,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      filter: true,
      tryItOutEnabled: true,
      // It would send the document's address to somebody else's server.
      validatorUrl: null,
      requestInterceptor: (request) => {
        if (token.current !== undefined) request.headers['Authorization'] ??= `Bearer ${token.current}`;
        return request;
      },
    });
    return () => node.replaceChildren();
  }, []);

  useEffect(() => followTheme((theme) => document.documentElement.classList.toggle('dark-mode', theme === 'dark')), []);

  const choose = async (persona: string): Promise<void> => {
    if (session.kind === 'asking') return;
    setSession({ kind: 'asking', persona });
    setSession(await signInAs(persona, { fetch: fetchHere, nowMs: Date.now }));
  };

  return (
    <>
      <h1>
        <strong>REST level 2, call by call.</strong> From <a href={DOCUMENT}>the OpenAPI document</a> that the server
        makes of its own code, and that every answer in the tests is held against.
      </h1>
      <section aria-labelledby="who">
        <h2 id="who">Say who is asking</h2>
        <p className="section-about">
          “Execute” sends a real request to this server, with the token of whoever is chosen here. Changes are changes:{' '}
          <code>npm run db:reset</code> puts the demo data back.
        </p>
        <PersonaChoice session={session} onChoose={(persona) => void choose(persona)} />
      </section>
      <div ref={drawnIn} className="reference" />
    </>
  );
}
