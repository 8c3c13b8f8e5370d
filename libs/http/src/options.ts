import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './http-refusal.ts';
import type { RouteTable } from './route-table.ts';

/**
 * OPTIONS of every resource of every style (RFC 9110 §9.3.7): what methods it has and, where they are few, the media
 * types that it takes. `OPTIONS *` is about the server as a whole, which has nothing to say but that it is there.
 */
export function registerOptions(fastify: FastifyInstance, routes: RouteTable): void {
  fastify.options('*', async (request, reply) => {
    const path = (request.raw.url ?? '*').split('?', 1)[0]!;
    if (path === '*') return reply.code(204).send();
    const methods = routes.methodsOf(path);
    if (methods.length === 0) {
      throw new HttpRefusal({ httpStatus: 404, title: 'Not Found', detail: `There is nothing at ${path}.` });
    }
    return reply
      .code(204)
      .headers({ allow: methods.join(', '), ...routes.acceptFieldsOf(path) })
      .send();
  });
}
