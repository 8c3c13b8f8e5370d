import { isRefusal, Refusal, type RefusalCode } from '@rungs/domain';
import { challengeFor, type StyleErrors } from '@rungs/http';
import type { RpcError } from './json-rpc.ts';
import { contentTypeOf, isXml, refusalTypeOf } from './language.ts';
import { writeFault } from './plain-xml.ts';

/**
 * JSON-RPC 2.0 §5.1 reserves −32768 to −32000: the specification's own numbers first, then −32000 to −32099 for
 * what is the server's matter in general. What our rules refuse is the application's, so it is outside of them.
 */
export const RPC_CODE_OF = {
  unreadable: -32700,
  'operation-unknown': -32601,
  'invalid-input': -32602,

  unauthenticated: -32001,
  unavailable: -32002,

  'consumer-not-found': 1001,
  'restaurant-not-found': 1002,
  'menu-item-not-found': 1003,
  'basket-not-found': 1004,
  'order-not-found': 1005,
  'ticket-not-found': 1006,
  'delivery-not-found': 1007,
  'courier-not-found': 1008,
  'bill-not-found': 1009,
  'photo-not-found': 1010,
  'menu-import-not-found': 1011,

  forbidden: 2001,

  'order-not-cancellable': 3001,
  'order-not-revisable': 3002,
  'ticket-not-acceptable': 3003,
  'ticket-not-rejectable': 3004,
  'preparation-not-startable': 3005,
  'preparation-not-finishable': 3006,
  'pickup-not-allowed': 3007,
  'dropoff-not-allowed': 3008,
  'courier-not-assignable': 3009,
  'bill-not-refundable': 3010,
  'location-not-reportable': 3011,

  'version-required': 4001,
  'stale-version': 4002,
  'idempotency-conflict': 4003,

  'menu-item-unavailable': 5001,
  'restaurant-closed': 5002,
  'basket-empty': 5003,
  'payment-declined': 5004,
  'ready-by-out-of-range': 5005,
  'courier-busy': 5006,
  'courier-unavailable': 5007,
  'refund-exceeds-payment': 5008,
} satisfies Record<RefusalCode, number>;

/** §5.1: the server is at fault. */
const INTERNAL_ERROR = -32603;
/** The same in XML. */
const INTERNAL_FAULT = 'internal-error';
/** HTTP said no before there was a call. */
const HTTP_ERROR = -32000;

/** A refusal as an error object: the number for standard clients, the code that all styles share in `data`. */
export function rpcErrorOf({ code, message, details }: Refusal): RpcError {
  return { code: RPC_CODE_OF[code], message, data: { code, details } };
}

/** A defect as an error object: the trace id, and nothing of what happened. */
export function internalErrorOf(traceId: string): RpcError {
  return { code: INTERNAL_ERROR, message: `Something went wrong on our side (trace ${traceId}).`, data: { traceId } };
}

/** An error object as a document. */
export function faultOf({ message, data }: RpcError): string {
  const { code = INTERNAL_FAULT } = (data ?? {}) as { readonly code?: string };
  return writeFault(code, message);
}

/** How level 0 says no outside of any call. Inside one, the endpoint answers for the call. */
export const refusalFilter: StyleErrors = {
  prefix: '/level0',
  refuse(refusal, request, reply) {
    // A bad credential never reached the RPC layer; one that is missing is refused by the call that needs it.
    if (isRefusal(refusal, 'unauthenticated')) reply.code(401).header('www-authenticate', challengeFor(refusal));
    else reply.code(200);
    send(rpcErrorOf(refusal), refusal.code, request, reply);
  },
  protocol({ httpStatus, title, detail, allow, retryAfterSeconds }, request, reply) {
    reply.code(httpStatus);
    if (allow) reply.header('allow', allow.join(', '));
    if (httpStatus === 404) {
      const refusal = new Refusal('operation-unknown', {
        operation: `${request.method} ${request.url.split('?', 1)[0]}`,
      });
      return send(rpcErrorOf(refusal), refusal.code, request, reply);
    }
    const data = { httpStatus, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
    const error = { code: HTTP_ERROR, message: detail, data };
    return send(error, title.toLowerCase().replaceAll(' ', '-'), request, reply);
  },
  defect(traceId, request, reply) {
    reply.code(200);
    send(internalErrorOf(traceId), INTERNAL_FAULT, request, reply);
  },
};

type Request = Parameters<StyleErrors['refuse']>[1];
type Reply = Parameters<StyleErrors['refuse']>[2];

/** JSON-RPC 2.0 §5: where no id could be read, the id of the answer is null. */
function send(error: RpcError, faultCode: string, request: Request, reply: Reply): void {
  const answerType = refusalTypeOf(request);
  reply.header('cache-control', 'no-store').type(contentTypeOf(answerType));
  if (isXml(answerType)) reply.send(writeFault(faultCode, error.message));
  else reply.send({ jsonrpc: '2.0', error, id: null });
}
