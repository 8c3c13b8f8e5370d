/** What `/health/ready` says, in words for people. */
export type ServerHealth =
  | { readonly kind: 'asking' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-ready' | 'unreachable'; readonly whatHappened: string };

/** Never rejects. */
export async function askHealth(fetch: typeof globalThis.fetch): Promise<ServerHealth> {
  try {
    const response = await fetch('/health/ready', { cache: 'no-store' });
    // An answer that nobody reads keeps its connection.
    await response.arrayBuffer();
    if (response.ok) return { kind: 'ready' };
    return { kind: 'not-ready', whatHappened: `Server not ready (${response.status}): is its database running?` };
  } catch {
    return { kind: 'unreachable', whatHappened: 'Server unreachable: start it with npm start' };
  }
}
