import type { FastifyInstance } from 'fastify';
import { subjectOfRequest } from '@rungs/http';
import type { Log } from './log.ts';

/** Asked every few seconds by whoever watches over the process: nothing to read about. */
const QUIET_PREFIX = '/health/';

/** One line for each answer: never a header, a body or a query, where tokens, names and addresses would be. */
export function registerRequestLog(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const durationMs = Math.round(reply.elapsedTime * 10) / 10;
    const { method, traceId } = request;
    const { statusCode } = reply;
    const subject = subjectOfRequest(request);
    log[path.startsWith(QUIET_PREFIX) ? 'debug' : 'info'](
      { traceId, method, path, statusCode, durationMs, subject },
      `${method} ${path} ${statusCode} ${durationMs} ms`,
    );
    done();
  });
}
