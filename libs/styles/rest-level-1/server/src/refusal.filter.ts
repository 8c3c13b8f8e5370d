import { isRefusal, Refusal } from '@rungs/domain';
import { challengeFor, type StyleErrors } from '@rungs/http';
import { UnknownAction } from './action.ts';

/**
 * How level 1 says no: in the body, with the code that all styles share. HTTP says 200 to every refusal but one: a bad
 * credential. (A missing one is an ordinary refusal of the operation that needs it.)
 */
export const refusalFilter: StyleErrors = {
  prefix: '/level1',
  refuse(refusal, _request, reply) {
    if (isRefusal(refusal, 'unauthenticated') && refusal.details.reason !== 'missing') {
      reply.code(401).header('www-authenticate', challengeFor(refusal));
    } else {
      reply.code(200);
    }
    reply.header('cache-control', 'no-store').send({ ok: false, error: errorOf(refusal) });
  },
  protocol({ httpStatus, title, detail, allow, retryAfterSeconds }, request, reply) {
    reply.code(httpStatus).header('cache-control', 'no-store');
    if (allow) reply.header('allow', allow.join(', '));
    const details = { httpStatus, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
    const error =
      httpStatus === 404
        ? errorOf(new Refusal('operation-unknown', { operation: `${request.method} ${request.url.split('?', 1)[0]}` }))
        : { code: title.toLowerCase().replaceAll(' ', '-'), message: detail, details };
    reply.send({ ok: false, error });
  },
  defect(traceId, _request, reply) {
    const message = `Something went wrong on our side (trace ${traceId}).`;
    const error = { code: 'internal-error', message, details: { traceId } };
    reply.code(200).header('cache-control', 'no-store').send({ ok: false, error });
  },
};

/** The error of an answer: code, sentence and details as every style has them. */
export function errorOf(refusal: Refusal): object {
  const { code, message, details } = refusal.toData();
  return {
    code,
    message,
    details: refusal instanceof UnknownAction ? { ...details, actions: refusal.actions } : details,
  };
}
