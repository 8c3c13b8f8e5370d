import { Body, Controller, Header, HttpCode, NotAcceptableException, Post, Req, Res, UseGuards } from '@nestjs/common';
import { OPERATIONS, type OperationName } from '@rungs/application';
import { Refusal, type Actor } from '@rungs/domain';
import { ANY_JSON, CurrentActor, JsonOnly, readableBody, Takes } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountingController } from './accounting/accounting.controller.ts';
import { BasketController } from './basket/basket.controller.ts';
import { ConsumerController } from './consumer/consumer.controller.ts';
import { DeliveryController } from './delivery/delivery.controller.ts';
import { answerTo, type RpcError, type RpcRequest, type RpcResponse } from './json-rpc.ts';
import { KitchenController } from './kitchen/kitchen.controller.ts';
import { answerTypeOf, asksInXml, contentTypeOf, isXml } from './language.ts';
import { DISCOVERY, openRpcDocument } from './openrpc.ts';
import { OrderController } from './order/order.controller.ts';
import type { Procedures } from './procedures.ts';
import { readXml, writeResult } from './plain-xml.ts';
import { faultOf, internalErrorOf, rpcErrorOf } from './refusal.filter.ts';
import { RestaurantController } from './restaurant/restaurant.controller.ts';

/** Level 0's one URI, which takes one verb. What is asked for is in the body, and so is whether it went well. */
@Controller('level0')
@UseGuards(JsonOnly)
export class EndpointController {
  readonly #procedures: Procedures;

  constructor(
    order: OrderController,
    restaurant: RestaurantController,
    consumer: ConsumerController,
    basket: BasketController,
    kitchen: KitchenController,
    delivery: DeliveryController,
    accounting: AccountingController,
  ) {
    // An operation that no context offers is missing here, and a type error.
    this.#procedures = {
      ...order.procedures,
      ...restaurant.procedures,
      ...consumer.procedures,
      ...basket.procedures,
      ...kitchen.procedures,
      ...delivery.procedures,
      ...accounting.procedures,
    };
  }

  @Post()
  @Takes(ANY_JSON, 'application/xml', 'text/xml')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async answer(
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answerType = answerTypeOf(request);
    // RFC 9110 §15.5.7; before anything is done, for a change whose answer nobody can read had better not happen.
    if (answerType === undefined) throw new NotAcceptableException(NO_SUCH_ANSWER);
    const message = asksInXml(request) ? callIn(String(readableBody(body))) : body;
    // It is about JSON-RPC alone, and in JSON Schema, whose names are none that an element could have.
    const offersDiscovery = !asksInXml(request) && !isXml(answerType);
    // JSON-RPC 2.0 §5.1: `null` is JSON, so no parse error, as which the shared reader refuses it, but an invalid request.
    const answer = await answerTo(message === null ? message : readableBody(message), {
      perform: async (method, params) =>
        offersDiscovery && method === DISCOVERY ? openRpcDocument() : this.#perform(actor, method, params),
      errorOf: (thrown) => errorOf(thrown, request),
      changesSomething: (method) => isOffered(this.#procedures, method) && OPERATIONS[method].kind === 'write',
    });
    // Nothing to say: there were notifications only.
    if (answer === undefined) reply.code(204);
    if (answer === undefined || !isXml(answerType) || !('jsonrpc' in answer)) return answer;
    reply.type(contentTypeOf(answerType));
    return documentOf(message, answer);
  }

  async #perform(actor: Actor, method: string, params: unknown): Promise<object> {
    if (!isOffered(this.#procedures, method)) throw new Refusal('operation-unknown', { operation: method });
    return this.#procedures[method](actor, params);
  }
}

const NO_SUCH_ANSWER = 'Answers are application/json or application/xml; those to a batch are application/json.';

/** Own members only: `constructor` and `toString` are no operations. */
function isOffered(procedures: Procedures, method: string): method is OperationName {
  return Object.hasOwn(procedures, method);
}

/** A document as the call that it is: with an id that nobody sees, since a call without one is not answered. */
function callIn(text: string): RpcRequest & { readonly jsonrpc: '2.0' } {
  const { operation, members } = readXml(text);
  return { jsonrpc: '2.0', id: null, method: operation, params: members };
}

function documentOf(message: unknown, answer: RpcResponse): string {
  if ('error' in answer) return faultOf(answer.error);
  // What was answered with a result was a call.
  return writeResult((message as RpcRequest).method, answer.result as object);
}

function errorOf(thrown: unknown, request: FastifyRequest): RpcError {
  if (thrown instanceof Refusal) return rpcErrorOf(thrown);
  // Reported here and not by the filter, since the other calls of a batch have answers of their own.
  return internalErrorOf(request.reportDefect(thrown));
}
