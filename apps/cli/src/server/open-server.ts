import type { PersonaName } from '@rungs/scenarios';
import { CommandFailure, type Terminal } from '../terminal.ts';
import { signIn } from './sign-in.ts';
import { startOwnServer } from './own-server.ts';

export interface OpenServer {
  /** Without a trailing slash. */
  readonly url: string;
  tokenOf(persona: PersonaName): Promise<string>;
  /** Started for this command, and stopped by `close`. */
  readonly isOwn: boolean;
  close(): Promise<void>;
}

const DEFAULT_PORT = '3000';
const HIGHEST_PORT = 65_535;
const PROBE_LIMIT_MS = 2_000;

/**
 * The server that was named; otherwise one that runs where Rungs runs by default; otherwise a new one.
 *
 * @param persona somebody to sign in, because a server that signs nobody in is of no use
 * @param notice told that a server is started, which takes a while
 * @throws CommandFailure when the named one does not answer or is not Rungs, or none can be started
 */
export async function openServer(
  wanted: { readonly url?: string | undefined; readonly persona: PersonaName },
  terminal: Terminal,
  notice: (line: string) => void,
): Promise<OpenServer> {
  const named = wanted.url === undefined ? undefined : originOf(wanted.url);
  const url = named ?? `http://127.0.0.1:${portOf(terminal)}`;
  const found = await probe(url, terminal);
  if (found === 'ready') return signedIn({ url, close: async () => undefined }, false);
  const what = found === 'silent' ? `No server answers at ${url}` : `What answers at ${url} is not Rungs`;
  if (named !== undefined) {
    throw new CommandFailure(`${what}. Start one with "npm start", or leave out --url, and one is started for this.`);
  }
  notice(`${what}: starting one for this …`);
  const own = await startOwnServer(terminal);
  try {
    return await signedIn(own, true);
  } catch (error) {
    await own.close();
    throw error;
  }

  async function signedIn(server: Pick<OpenServer, 'url' | 'close'>, isOwn: boolean): Promise<OpenServer> {
    const tokenOf = (persona: PersonaName): Promise<string> => signIn(server.url, persona, terminal.fetch);
    await tokenOf(wanted.persona);
    return { url: server.url, close: () => server.close(), isOwn, tokenOf };
  }
}

function originOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new CommandFailure(`"${url}" is not the address of a server, such as http://127.0.0.1:3000.`);
  }
  return parsed.origin;
}

function portOf({ env }: Pick<Terminal, 'env'>): number {
  const text = env['PORT'] || DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > HIGHEST_PORT) {
    throw new CommandFailure(`PORT is "${text}", which is no port: a whole number up to ${HIGHEST_PORT} is needed.`);
  }
  return port;
}

/** Whether a Rungs is there (it says so at `/health/live`), something else, or nothing that answers in time. */
async function probe(url: string, { fetch }: Pick<Terminal, 'fetch'>): Promise<'ready' | 'other' | 'silent'> {
  try {
    const response = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
    await response.arrayBuffer();
    return response.ok ? 'ready' : 'other';
  } catch {
    return 'silent';
  }
}
