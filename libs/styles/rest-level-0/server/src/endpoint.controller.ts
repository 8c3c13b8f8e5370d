import { Body, Controller, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { OPERATIONS, type OperationName } from '@rungs/application';
import { Refusal, type Actor } from '@rungs/domain';
import { ANY_JSON, CurrentActor, JsonOnly, readableBody, Takes } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountingController } from './accounting/accounting.controller.ts';
import { BasketController } from './basket/basket.controller.ts';
import { ConsumerController } from './consumer/consumer.controller.ts';
import { DeliveryController } from './delivery/delivery.controller.ts';
import { answerTo, type RpcError } from './json-rpc.ts';
import { KitchenController } from './kitchen/kitchen.controller.ts';
import { OrderController } from './order/order.controller.ts';
import type { Procedures } from './procedures.ts';
import { isXml, readXml, writeFault, writeResult, XML_MEDIA_TYPE } from './plain-xml.ts';
import { INTERNAL_FAULT, internalErrorOf, rpcErrorOf } from './refusal.filter.ts';
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
    if (isXml(request.headers['content-type'])) {
      reply.type(XML_MEDIA_TYPE);
      return this.#answerXml(actor, String(readableBody(body)), request);
    }
    // `null` is JSON like any other, if no call; the shared reader takes it for no body at all.
    const answer = await answerTo(body === null ? body : readableBody(body), {
      perform: (method, params) => this.#perform(actor, method, params),
      errorOf: (thrown) => errorOf(thrown, request),
      changesSomething: (method) => isOffered(this.#procedures, method) && OPERATIONS[method].kind === 'write',
    });
    // Nothing to say: there were notifications only.
    if (answer === undefined) reply.code(204);
    return answer;
  }

  async #answerXml(actor: Actor, text: string, request: FastifyRequest): Promise<string> {
    const { operation, members } = readXml(text);
    try {
      return writeResult(operation, await this.#perform(actor, operation, members));
    } catch (thrown) {
      return writeFault(thrown instanceof Refusal ? thrown.code : INTERNAL_FAULT, errorOf(thrown, request).message);
    }
  }

  async #perform(actor: Actor, method: string, params: unknown): Promise<object> {
    if (!isOffered(this.#procedures, method)) throw new Refusal('operation-unknown', { operation: method });
    return this.#procedures[method](actor, params);
  }
}

/** Own members only: `constructor` and `toString` are no operations. */
function isOffered(procedures: Procedures, method: string): method is OperationName {
  return Object.hasOwn(procedures, method);
}

function errorOf(thrown: unknown, request: FastifyRequest): RpcError {
  if (thrown instanceof Refusal) return rpcErrorOf(thrown);
  // Reported here and not by the filter, since the other calls of a batch have answers of their own.
  return internalErrorOf(request.reportDefect(thrown));
}
