import { acceptedOf, HTML } from '@rungs/http';
import type { FastifyInstance } from 'fastify';

const ENDPOINT = '/graphql';
/** The lab's page; it takes `query` and `variables` as GraphQL over HTTP names them. */
const PAGE = '/explore/graphql';

/** What GraphQL itself answers in. First, so that whoever takes anything gets an answer and no page. */
const ANSWERS = ['application/json', 'application/graphql-response+json'] as const;

/**
 * Leads whoever asks `/graphql` for a page, as a browser's address bar does, to GraphiQL with the same operation in it.
 * Every other request is left as it is: the style behind knows nothing of this.
 */
export function registerGraphiqlDoor(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const end = request.url.indexOf('?');
    const path = end === -1 ? request.url : request.url.slice(0, end);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || path !== ENDPOINT || acceptedOf(request.headers.accept, [...ANSWERS, HTML]) !== HTML) {
      done();
      return;
    }
    // RFC 9110 §15.4.4: another resource, which tells of this one. Not for good, and for this `Accept` alone.
    void reply.header('vary', 'Accept').redirect(`${PAGE}${end === -1 ? '' : request.url.slice(end)}`, 303);
  });
}
