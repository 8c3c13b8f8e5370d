import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { browserLike } from '@rungs/measure';

/** Counts every byte that passes, and changes none: what a meter says can be held against it. */
export interface PassThrough {
  /** Leads recorded requests through it, and all others past it. */
  readonly fetch: typeof globalThis.fetch;
  /** Since it was last asked. */
  taken(): { readonly up: number; readonly down: number };
  close(): Promise<void>;
}

export async function passThroughTo(baseUrl: string): Promise<PassThrough> {
  let passed = { up: 0, down: 0 };
  const target = Number(new URL(baseUrl).port);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)));
    const upstream = connect(target, '127.0.0.1');
    socket.on('data', ({ length }) => (passed.up += length));
    upstream.on('data', ({ length }) => (passed.down += length));
    socket.pipe(upstream).pipe(socket);
    socket.on('close', () => upstream.destroy());
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    fetch: browserLike((input, init) => {
      if (!new Headers(init?.headers).has('traceparent')) return fetch(input, init);
      const url = new URL(String(input));
      url.port = String(port);
      return fetch(url, init);
    }),
    taken: () => {
      const taken = passed;
      passed = { up: 0, down: 0 };
      return taken;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      // Kept connections would be waited for until the server gives them up.
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
