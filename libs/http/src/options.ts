import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpRefusal } from './http-refusal.ts';
import { SERVER_AS_A_WHOLE } from './request-target.ts';
import type { RouteTable } from './route-table.ts';

/**
 * OPTIONS of every resource of every style (RFC 9110 §9.3.7): what methods it has and, where they are few, the media
 * types that it takes. `OPTIONS *` is about the server as a whole, which has nothing to say but that it is there.
 *
 * @param refuse says no in the idiom of the path's style
 */
export function registerOptions(
  fastify: FastifyInstance,
  routes: RouteTable,
  refuse: (error: HttpRefusal, request: FastifyRequest, reply: FastifyReply) => void,
): void {
  fastify.options('*', async (request, reply) => {
    const path = (request.raw.url ?? SERVER_AS_A_WHOLE).split('?', 1)[0]!;
    if (path === SERVER_AS_A_WHOLE) return reply.code(204).send();
    const methods = routes.methodsOf(path);
    if (methods.length === 0) {
      const detail = `There is nothing at ${path}.`;
      refuse(new HttpRefusal({ httpStatus: 404, title: 'Not Found', detail }), request, reply);
      return reply;
    }
    return reply
      .code(204)
      .headers({ allow: methods.join(', '), ...routes.acceptFieldsOf(path) })
      .send();
  });
}
