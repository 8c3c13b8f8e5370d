import type { RunEnvironment } from './run.ts';

/** What a server tells about itself. */
export type ServerEnvironment = Pick<RunEnvironment, 'commit' | 'node' | 'platform' | 'cpu' | 'postgres'>;

/** What is known before anything was asked: in which codings bodies travel is measured. */
export type MeasuringEnvironment = Omit<RunEnvironment, 'encoding'>;

const MEMBERS = ['commit', 'node', 'platform', 'cpu', 'postgres'] as const satisfies (keyof ServerEnvironment)[];

/** @returns undefined where the server tells nothing about itself, as in production */
export async function readEnvironment(server: {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
}): Promise<ServerEnvironment | undefined> {
  const { baseUrl, fetch } = server;
  const response = await fetch(`${baseUrl}/lab/environment`, { headers: { accept: 'application/json' } });
  if (!response.ok) return undefined;
  const told = (await response.json()) as Readonly<Record<string, unknown>>;
  const texts = MEMBERS.flatMap((member) => (typeof told[member] === 'string' ? [[member, told[member]]] : []));
  return Object.fromEntries(texts) as ServerEnvironment;
}
