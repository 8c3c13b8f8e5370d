import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './http-refusal.ts';

/** By then whoever starts servers has started another one, or this one again. */
const RETRY_AFTER_SECONDS = 5;

/**
 * While the server stops, requests that came before are finished, and those that still come over open connections are
 * told to come back: in the idiom of their style, which Fastify's own answer would not be.
 */
export function refuseWhileShuttingDown(fastify: FastifyInstance): void {
  let isStopping = false;
  fastify.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  fastify.addHook('onRequest', async () => {
    if (!isStopping) return;
    throw new HttpRefusal({
      httpStatus: 503,
      title: 'Service Unavailable',
      detail: 'The server is shutting down; ask again in a moment.',
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  });
}
