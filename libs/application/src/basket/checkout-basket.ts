import { cleared, noteErrors, Refusal, refuseInvalid, type Actor, type Placement } from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { CheckoutBasketInput, InputOf, OutcomeOf } from '../operations.ts';
import { linesOnMenu } from '../policy/basket.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import { requireVersion } from '../policy/version.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Payments } from '../ports/payments.ts';
import type { BasketRecord } from '../ports/reads.ts';
import type { Rows, UnitOfWork } from '../ports/unit-of-work.ts';
import { addPlaced, deliveryAddressOf, paymentTokenErrors, previewOf } from '../order/placing.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';
import { basketKeyOf, basketToChange, withMenu } from './basket-access.ts';

/** Places an order for what the basket holds, and empties it. */
export class CheckoutBasket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: Payments,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'checkoutBasket'>>): Promise<OutcomeOf<'checkoutBasket'>> {
    signedIn(actor);
    const readable = readableMembers(input);
    const key = basketKeyOf(input);
    return this.unitOfWork.run({
      actor,
      operation: 'checkoutBasket',
      idempotencyKey: readable.idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: async (rows) => {
        const record = await withMenu(rows, await basketToChange(rows, actor, key, 'checkoutBasket'));
        const { basket, restaurant } = record;
        if (linesOnMenu(record).length === 0) throw new Refusal('basket-empty', { restaurantId: key.restaurantId });
        if (!restaurant.open) throw new Refusal('restaurant-closed', { restaurantId: restaurant.id });
        requireVersion(input, basket.version);
        const checkout = checked(input);
        refuseInvalid([...noteErrors(checkout.deliveryNote), ...paymentTokenErrors(checkout.paymentToken)]);
        const { total } = previewOf(await this.placementOf(rows, record, checkout)).order;
        const code = await this.payments.authorize(checkout.paymentToken, total);
        return { checkout, code, amount: total.amount };
      },
      work: async (transaction, { checkout, ...authorized }) => {
        const basket = await basketToChange(transaction, actor, key, 'checkoutBasket');
        requireVersion(checkout, basket.version);
        const placement = await this.placementOf(transaction, await withMenu(transaction, basket), checkout);
        await transaction.saveBasket(cleared(basket));
        return addPlaced(transaction, actor, 'checkoutBasket', placement, authorized);
      },
      undo: ({ code }) => this.payments.void(code),
    });
  }

  private async placementOf(
    rows: Rows,
    record: BasketRecord,
    { deliveryAddress, deliveryNote }: CheckoutBasketInput,
  ): Promise<Placement> {
    const { basket, restaurant, menuItems } = record;
    const consumer = deliveryAddress ? undefined : await rows.findConsumer(basket.consumerId);
    return {
      orderId: this.ids.next(),
      consumerId: basket.consumerId,
      restaurant,
      menuItems,
      lines: linesOnMenu(record),
      deliveryAddress: deliveryAddressOf(deliveryAddress, consumer?.addresses),
      deliveryNote,
      placedAt: this.clock.now(),
    };
  }
}
