import type { Mutation } from './mutation.ts';

const ANYBODY = "{ role: 'support', supportAgentId: 'anybody' }";

/** `asked`, but a refusal with this code is taken for a yes. */
function forgiving(asked: string, code: string, instead: string): string {
  return `${asked}.catch((refusal) => (refusal.code === '${code}' ? ${instead} : Promise.reject(refusal)))`;
}

/** Mistakes that one style alone makes. */
export const STYLE_MUTATIONS: readonly Mutation[] = [
  {
    id: 'level-0-lost-version-check',
    style: 'rest-level-0',
    kind: 'a lost version check',
    mistake: 'cancelOrder takes whatever version is current instead of the one that the caller saw',
    file: 'styles/rest-level-0/server/src/order/order.controller.ts',
    find: 'this.cancelOrder.execute(actor, parseInput.cancelOrder(params))',
    replace: `this.cancelOrder.execute(actor, parseInput.cancelOrder({
      ...params,
      expectedVersion: (await this.getOrder.execute(actor, parseInput.getOrder(params))).version,
    }))`,
  },
  {
    id: 'level-0-foreign-ticket-shown',
    style: 'rest-level-0',
    kind: "another's thing shown",
    mistake: 'getTicket asks on behalf of support, so that everybody sees every ticket',
    file: 'styles/rest-level-0/server/src/kitchen/kitchen.controller.ts',
    find: 'this.getTicket.execute(actor,',
    replace: `this.getTicket.execute(${ANYBODY},`,
  },
  {
    id: 'level-0-skipped-state-check',
    style: 'rest-level-0',
    kind: 'a skipped state check',
    mistake: 'startPreparing says yes where cooking cannot begin',
    file: 'styles/rest-level-0/server/src/kitchen/kitchen.controller.ts',
    find: 'this.startPreparing.execute(actor, parseInput.startPreparing(params))',
    replace: forgiving(
      'this.startPreparing.execute(actor, parseInput.startPreparing(params))',
      'preparation-not-startable',
      'this.getTicket.execute(actor, parseInput.getTicket(params))',
    ),
  },
  {
    id: 'level-0-wrong-total',
    style: 'rest-level-0',
    kind: 'a wrong total',
    mistake: 'getBill leaves the tax out of the total',
    file: 'styles/rest-level-0/server/src/accounting/accounting.controller.ts',
    find: 'representBill(await this.getBill.execute(actor, parseInput.getBill(params)))',
    replace: `this.getBill.execute(actor, parseInput.getBill(params)).then((bill) =>
      representBill({ ...bill, total: { ...bill.total, amount: bill.total.amount - bill.tax.amount } }))`,
  },
  {
    id: 'level-1-foreign-order-shown',
    style: 'rest-level-1',
    kind: "another's thing shown",
    mistake: 'getOrder asks on behalf of support, so that everybody sees every order',
    file: 'styles/rest-level-1/server/src/order/order.controller.ts',
    find: 'this.getOrder.execute(actor,',
    replace: `this.getOrder.execute(${ANYBODY},`,
  },
  {
    id: 'level-1-lost-version-check',
    style: 'rest-level-1',
    kind: 'a lost version check',
    mistake: 'notePickedUp takes whatever version is current instead of the one that the courier saw',
    file: 'styles/rest-level-1/server/src/delivery/delivery.controller.ts',
    find: 'this.notePickedUp.execute(actor, asked.input(parseInput.notePickedUp))',
    replace: `this.notePickedUp.execute(actor, {
      ...asked.input(parseInput.notePickedUp),
      expectedVersion: (await this.getDelivery.execute(actor, asked.input(parseInput.getDelivery))).version,
    })`,
  },
  {
    id: 'level-1-skipped-state-check',
    style: 'rest-level-1',
    kind: 'a skipped state check',
    mistake: 'reviseOrder says yes when it is too late for a revision',
    file: 'styles/rest-level-1/server/src/order/order.controller.ts',
    find: 'this.reviseOrder.execute(actor, asked.input(parseInput.reviseOrder))',
    replace: forgiving(
      'this.reviseOrder.execute(actor, asked.input(parseInput.reviseOrder))',
      'order-not-revisable',
      'this.getOrder.execute(actor, asked.input(parseInput.getOrder))',
    ),
  },
  {
    id: 'level-1-wrong-total',
    style: 'rest-level-1',
    kind: 'a wrong total',
    mistake: 'a basket is shown without the delivery fee in its total',
    file: 'styles/rest-level-1/server/src/basket/basket.representation.ts',
    find: "export { representBasket, representOrder } from '@rungs/json';",
    replace: `import { representBasket as represent } from '@rungs/json';
      export { representOrder } from '@rungs/json';
      export const representBasket = (basket) => represent({
        ...basket,
        charges: {
          ...basket.charges,
          total: {
            ...basket.charges.total,
            amount: basket.charges.total.amount - basket.charges.deliveryFee.amount,
          },
        },
      });`,
  },
  {
    id: 'level-2-wrong-total',
    style: 'rest-level-2',
    kind: 'a wrong total',
    mistake: 'an order that was just placed is shown with a total that is one cent too high',
    file: 'styles/rest-level-2/server/src/order/order.controller.ts',
    find: 'const order = await this.placeOrder.execute(actor, input);',
    replace: `const placed = await this.placeOrder.execute(actor, input);
    const order = { ...placed, total: { ...placed.total, amount: placed.total.amount + 1 } };`,
  },
  {
    id: 'level-2-lost-version-check',
    style: 'rest-level-2',
    kind: 'a lost version check',
    mistake: 'a rejection goes through whatever If-Match says',
    file: 'styles/rest-level-2/server/src/kitchen/kitchen.controller.ts',
    find: 'await this.rejectTicket.execute(actor, input)',
    replace: `await this.rejectTicket.execute(actor, {
      ...input,
      expectedVersion: (await this.getTicket.execute(actor, parseInput.getTicket(params))).version,
    })`,
  },
  {
    id: 'level-2-foreign-track-shown',
    style: 'rest-level-2',
    kind: "another's thing shown",
    mistake: 'anybody may follow any delivery on the map',
    file: 'styles/rest-level-2/server/src/delivery/delivery.controller.ts',
    find: 'const page = await this.getTrack.execute(\n      actor,',
    replace: `const page = await this.getTrack.execute(\n      ${ANYBODY},`,
  },
  {
    id: 'level-2-skipped-state-check',
    style: 'rest-level-2',
    kind: 'a skipped state check',
    mistake: 'an acceptance is put in every state of the ticket, and changes nothing where it may not be',
    file: 'styles/rest-level-2/server/src/kitchen/kitchen.controller.ts',
    find: 'await this.acceptTicket.execute(actor, input)',
    replace: `await ${forgiving(
      'this.acceptTicket.execute(actor, input)',
      'ticket-not-acceptable',
      'this.getTicket.execute(actor, parseInput.getTicket(params))',
    )}`,
  },
  {
    id: 'level-3-dishonest-affordance',
    style: 'rest-level-3',
    kind: 'a dishonest affordance',
    mistake: 'the form to cancel is offered in every state and to every role',
    file: 'styles/rest-level-3/server/src/order/order.representation.ts',
    find: 'return formsFor(actions, {',
    replace: "return formsFor([...new Set([...actions, 'cancelOrder' as const])], {",
  },
  {
    id: 'level-3-withheld-affordance',
    style: 'rest-level-3',
    kind: 'a dishonest affordance',
    mistake: 'the form to give money back is never offered',
    file: 'styles/rest-level-3/server/src/accounting/accounting.representation.ts',
    find: 'return formsFor(actions, {',
    replace: "return formsFor(actions.filter((action) => action !== 'refundBill'), {",
  },
  {
    id: 'level-3-lost-version-check',
    style: 'rest-level-3',
    kind: 'a lost version check',
    mistake: 'the end of cooking goes through whatever version the form comes back with',
    file: 'styles/rest-level-3/server/src/kitchen/kitchen.controller.ts',
    find: 'await this.finishPreparing.execute(actor, input)',
    replace: `await this.finishPreparing.execute(actor, {
      ...input,
      expectedVersion: (await this.getTicket.execute(actor, parseInput.getTicket(params))).version,
    })`,
  },
  {
    id: 'level-3-foreign-bill-shown',
    style: 'rest-level-3',
    kind: "another's thing shown",
    mistake: 'every bill is shown to everybody, as support sees it',
    file: 'styles/rest-level-3/server/src/accounting/accounting.controller.ts',
    find: 'this.getBill.execute(actor,',
    replace: `this.getBill.execute(${ANYBODY},`,
  },
  {
    id: 'level-3-skipped-state-check',
    style: 'rest-level-3',
    kind: 'a skipped state check',
    mistake: 'a cancel that was never offered is taken for done',
    file: 'styles/rest-level-3/server/src/order/order.controller.ts',
    find: 'await this.cancelOrder.execute(actor, input)',
    replace: `await ${forgiving(
      'this.cancelOrder.execute(actor, input)',
      'order-not-cancellable',
      'this.getOrder.execute(actor, parseInput.getOrder(params))',
    )}`,
  },
  {
    id: 'graphql-forgotten-key',
    style: 'graphql',
    kind: 'a forgotten key',
    mistake: 'placeOrder forgets the idempotency key, so that a retry orders again',
    file: 'styles/graphql/server/src/order/order.resolver.ts',
    find: "restaurantId: uuidOf(input.restaurantId, 'Restaurant'),",
    replace: "restaurantId: uuidOf(input.restaurantId, 'Restaurant'),\n      idempotencyKey: undefined,",
  },
  {
    id: 'graphql-dishonest-affordance',
    style: 'graphql',
    kind: 'a dishonest affordance',
    mistake: 'a ticket always lists FINISH_PREPARING among what may be done with it',
    file: 'styles/graphql/server/src/kitchen/kitchen.resolver.ts',
    find: 'return actions;',
    replace: "return [...new Set([...actions, 'finishPreparing'])];",
  },
  {
    id: 'graphql-foreign-delivery-shown',
    style: 'graphql',
    kind: "another's thing shown",
    mistake: 'the field delivery asks on behalf of support, so that everybody sees every delivery',
    file: 'styles/graphql/server/src/delivery/delivery.resolver.ts',
    find: 'this.getDelivery.execute(actor, ofOrder({ orderId }))',
    replace: `this.getDelivery.execute(${ANYBODY}, ofOrder({ orderId }))`,
  },
  {
    id: 'graphql-lost-version-check',
    style: 'graphql',
    kind: 'a lost version check',
    mistake: 'acceptTicket takes whatever version is current instead of the one that the caller saw',
    file: 'styles/graphql/server/src/kitchen/kitchen.resolver.ts',
    find: '() => this.accepting.execute(actor, parseInput.acceptTicket(ofOrder(input)))',
    replace: `async () => {
      const { version } = await this.getTicket.execute(actor, ofOrder({ orderId: input.orderId }));
      return this.accepting.execute(actor, parseInput.acceptTicket({ ...ofOrder(input), expectedVersion: version }));
    }`,
  },
  {
    id: 'graphql-skipped-state-check',
    style: 'graphql',
    kind: 'a skipped state check',
    mistake: 'refundBill says yes where there is nothing to give back',
    file: 'styles/graphql/server/src/accounting/accounting.resolver.ts',
    find: 'this.refunding.execute(actor, parseInput.refundBill(members))',
    replace: forgiving(
      'this.refunding.execute(actor, parseInput.refundBill(members))',
      'bill-not-refundable',
      'this.getBill.execute(actor, { orderId: members.orderId })',
    ),
  },
  {
    id: 'graphql-wrong-total',
    style: 'graphql',
    kind: 'a wrong total',
    mistake: 'the bill of an order is one minor unit too low in the whole screen',
    file: 'styles/graphql/server/src/order/order.resolver.ts',
    find: 'return then(order.details(), ({ bill }) => bill);',
    replace: `return then(order.details(), ({ bill }) =>
      bill && { ...bill, total: { ...bill.total, amount: bill.total.amount - 1 } });`,
  },
];
