import {
  isUuid,
  lineErrors,
  noteErrors,
  Refusal,
  refuseInvalid,
  type Actor,
  type ConsumerId,
  type Placement,
  type Restaurant,
} from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { InputOf, OutcomeOf, PlaceOrderInput } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Payments } from '../ports/payments.ts';
import type { Rows, UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';
import { addPlaced, deliveryAddressOf, paymentTokenErrors, previewOf } from './placing.ts';

export class PlaceOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: Payments,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'placeOrder'>>): Promise<OutcomeOf<'placeOrder'>> {
    signedIn(actor);
    const { restaurantId = checked(input).restaurantId, idempotencyKey } = readableMembers(input);
    return this.unitOfWork.run({
      actor,
      operation: 'placeOrder',
      idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: async (rows) => {
        const restaurant = isUuid(restaurantId) ? await rows.findRestaurant(restaurantId) : undefined;
        if (!restaurant) throw new Refusal('restaurant-not-found', { id: restaurantId });
        if (actor.role !== 'consumer') throw new Refusal('forbidden', { operation: 'placeOrder', role: actor.role });
        if (!restaurant.open) throw new Refusal('restaurant-closed', { restaurantId });
        const order = checked(input);
        refuseInvalid([
          ...lineErrors(order.lines),
          ...noteErrors(order.deliveryNote),
          ...paymentTokenErrors(order.paymentToken),
        ]);
        const { total } = previewOf(await this.placementOf(rows, actor.consumerId, restaurant, order)).order;
        const code = await this.payments.authorize(order.paymentToken, total);
        return { order, consumerId: actor.consumerId, code, amount: total.amount };
      },
      work: async (transaction, { order, consumerId, ...authorized }) => {
        const restaurant = await transaction.findRestaurant(restaurantId);
        if (!restaurant) throw new Refusal('restaurant-not-found', { id: restaurantId });
        const placement = await this.placementOf(transaction, consumerId, restaurant, order);
        return addPlaced(transaction, actor, 'placeOrder', placement, authorized);
      },
      undo: ({ code }) => this.payments.void(code),
    });
  }

  private async placementOf(
    rows: Rows,
    consumerId: ConsumerId,
    restaurant: Restaurant,
    { lines, deliveryAddress, deliveryNote }: PlaceOrderInput,
  ): Promise<Placement> {
    const ids = lines.map((line) => line.menuItemId).filter(isUuid);
    const menuItems = await rows.findMenuItems(restaurant.id, ids);
    const consumer = deliveryAddress ? undefined : await rows.findConsumer(consumerId);
    return {
      orderId: this.ids.next(),
      consumerId,
      restaurant,
      menuItems,
      lines,
      deliveryAddress: deliveryAddressOf(deliveryAddress, consumer?.addresses),
      deliveryNote,
      placedAt: this.clock.now(),
    };
  }
}
