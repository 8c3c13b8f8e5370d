import { Agent, request } from 'node:http';
import type { GeneratedRequest } from './requests.ts';

export interface Received {
  readonly status: number;
  readonly mediaType: string | undefined;
}

const MOST_AT_ONCE = 8;

/** Sends requests as they are: what `fetch` would mend or refuse goes out too. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: MOST_AT_ONCE });

  constructor(private readonly baseUrl: string) {}

  /** What came of each, in their order; the next is on its way as soon as one of eight is done. */
  async sendAll(
    requests: readonly GeneratedRequest[],
    authorizationOf: (request: GeneratedRequest) => string | undefined,
  ): Promise<readonly Received[]> {
    const received: Received[] = [];
    const waiting = [...requests.entries()];
    const sendNext = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, each] = next;
        received[index] = await this.#send(each, authorizationOf(each));
      }
    };
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, sendNext));
    return received;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send({ method, path, headers, body }: GeneratedRequest, authorization: string | undefined): Promise<Received> {
    const { hostname, port } = new URL(this.baseUrl);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          hostname,
          port,
          method,
          path: path.replace(/[^\x21-\x7e]/g, encodeURIComponent),
          headers: {
            ...headers,
            ...(authorization !== undefined && { authorization }),
            ...(body && { 'content-length': body.length }),
          },
        },
        (response) => {
          const mediaType = response.headers['content-type']?.split(';', 1)[0];
          const done = (): void => resolve({ status: response.statusCode ?? 0, mediaType });
          response.on('end', done).on('error', reject);
          // A stream of events has no end to wait for.
          if (mediaType !== 'text/event-stream' || method === 'HEAD') response.resume();
          else {
            response.removeListener('error', reject).on('error', () => undefined);
            response.destroy();
            done();
          }
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
