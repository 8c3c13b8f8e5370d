import {
  holdsRevision,
  isRefusal,
  isUuid,
  lineErrors,
  noteErrors,
  Refusal,
  refuseInvalid,
  requireStep,
  reviseCase,
  statesOf,
  subjectOf,
  type Actor,
  type OrderCase,
} from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { InputOf, OutcomeOf, ReviseOrderInput } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import { requireVersion } from '../policy/version.ts';
import type { Clock } from '../ports/clock.ts';
import type { Payments } from '../ports/payments.ts';
import type { Rows, UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, InvalidInput, readableMembers, type Unchecked } from '../unchecked.ts';
import { caseToChange, momentOf, ORDER } from './case-step.ts';
import { paymentTokenErrors, priceMoved } from './placing.ts';

/** A revision that would go through now, but for its authorization; undefined when the order is so already. */
type Plan = ((authorizationCode: string) => OrderCase) | undefined;

/** What was authorized before the transaction: nothing when there seemed to be nothing to change. */
type Authorized = { readonly code: string; readonly amount: number } | undefined;

/** Changes lines, address or note while APPROVED, under a new authorization. */
export class ReviseOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'reviseOrder'>>): Promise<OutcomeOf<'reviseOrder'>> {
    signedIn(actor);
    const { orderId = checked(input).orderId, idempotencyKey, paymentToken } = readableMembers(input);
    let unneeded: string | undefined;
    const find = (rows: Rows): Promise<OrderCase> => caseToChange(rows, actor, 'reviseOrder', ORDER, orderId);
    const outcome = await this.unitOfWork.run<OutcomeOf<'reviseOrder'>, Authorized>({
      actor,
      operation: 'reviseOrder',
      idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: async (rows) => {
        const held = await find(rows);
        const revise = await planOf(rows, held, input);
        if (!revise) return undefined;
        const { total } = revise('').order;
        const code =
          paymentToken === undefined
            ? await this.payments.reauthorize(held.bill.authorizationCode, total)
            : await this.payments.authorize(paymentToken, total);
        return { code, amount: total.amount };
      },
      work: async (transaction, authorized) => {
        const held = await find(transaction);
        const revise = await planOf(transaction, held, input);
        if (!revise) {
          // Somebody else's same revision came first: this one's authorization is not needed.
          unneeded = authorized?.code;
          return ORDER.view(transaction, actor, held);
        }
        if (!authorized) throw priceMoved();
        const revised = revise(authorized.code);
        if (revised.order.total.amount !== authorized.amount) throw priceMoved();
        await transaction.saveOrderCase(revised);
        await transaction.append({
          type: 'reviseOrder',
          subjectId: orderId,
          actor: subjectOf(actor),
          at: this.clock.now(),
          moment: momentOf(revised),
        });
        unneeded = held.bill.authorizationCode;
        return ORDER.view(transaction, actor, revised);
      },
      undo: async (authorized) => {
        if (authorized) await this.payments.void(authorized.code);
      },
    });
    if (unneeded !== undefined) await this.giveBack(unneeded);
    return outcome;
  }

  /** The revision holds, whatever the provider says: what it will not take back now expires. */
  private async giveBack(authorizationCode: string): Promise<void> {
    try {
      await this.payments.void(authorizationCode);
    } catch (error) {
      if (!isRefusal(error, 'unavailable')) throw error;
    }
  }
}

async function planOf(rows: Rows, held: OrderCase, input: Unchecked<ReviseOrderInput>): Promise<Plan> {
  // Asked again, perhaps because the answer was lost: the order is so, whatever has become of it since.
  const settled = !(input instanceof InvalidInput) && input.paymentToken === undefined && holdsRevision(held, input);
  if (settled) return undefined;
  requireStep(statesOf(held), 'reviseOrder');
  requireVersion(input, held.order.version);
  const revision = checked(input);
  const { lines = [], deliveryNote, paymentToken } = revision;
  refuseInvalid([
    ...(revision.lines ? lineErrors(lines) : []),
    ...noteErrors(deliveryNote),
    ...(paymentToken === undefined ? [] : paymentTokenErrors(paymentToken)),
  ]);
  const copied = new Set(held.order.lineItems.map(({ menuItemId }) => menuItemId));
  const added = lines.map(({ menuItemId }) => menuItemId).filter((id) => !copied.has(id) && isUuid(id));
  const restaurant = await rows.findRestaurant(held.order.restaurantId);
  if (!restaurant) throw new Refusal('restaurant-not-found', { id: held.order.restaurantId });
  const menuItems = added.length > 0 ? await rows.findMenuItems(restaurant.id, added) : [];
  return (code) => reviseCase(held, revision, { restaurant, menuItems }, code);
}
