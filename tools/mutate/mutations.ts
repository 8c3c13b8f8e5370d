/** One rule broken on purpose in one style: `find` (exactly once in `file`) becomes `replace`. */
export interface Mutation {
  readonly id: string;
  readonly style: string;
  /** What is wrong then, for people. */
  readonly mistake: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const MUTATIONS: readonly Mutation[] = [
  {
    id: 'level-0-lost-version-check',
    style: 'rest-level-0',
    mistake: 'cancelOrder takes whatever version is current instead of the one that the caller saw',
    file: 'rest-level-0/server/src/order/order.controller.ts',
    find: 'this.cancelOrder.execute(actor, parseInput.cancelOrder(params))',
    replace: `this.cancelOrder.execute(actor, parseInput.cancelOrder({
      ...params,
      expectedVersion: (await this.getOrder.execute(actor, parseInput.getOrder(params))).version,
    }))`,
  },
  {
    id: 'level-1-foreign-order-shown',
    style: 'rest-level-1',
    mistake: 'getOrder asks on behalf of support, so that everybody sees every order',
    file: 'rest-level-1/server/src/order/order.controller.ts',
    find: 'this.getOrder.execute(actor,',
    replace: "this.getOrder.execute({ role: 'support', supportAgentId: 'anybody' },",
  },
  {
    id: 'level-2-wrong-total',
    style: 'rest-level-2',
    mistake: 'an order that was just placed is shown with a total that is one cent too high',
    file: 'rest-level-2/server/src/order/order.controller.ts',
    find: 'const order = await this.placeOrder.execute(actor, input);',
    replace: `const placed = await this.placeOrder.execute(actor, input);
    const order = { ...placed, total: { ...placed.total, amount: placed.total.amount + 1 } };`,
  },
  {
    id: 'level-3-dishonest-affordance',
    style: 'rest-level-3',
    mistake: 'the form to cancel is offered in every state and to every role',
    file: 'rest-level-3/server/src/order/order.representation.ts',
    find: 'return formsFor(actions, {',
    replace: "return formsFor([...new Set([...actions, 'cancelOrder' as const])], {",
  },
  {
    id: 'graphql-forgotten-key',
    style: 'graphql',
    mistake: 'placeOrder forgets the idempotency key, so that a retry orders again',
    file: 'graphql/server/src/order/order.resolver.ts',
    find: "restaurantId: uuidOf(input.restaurantId, 'Restaurant'),",
    replace: "restaurantId: uuidOf(input.restaurantId, 'Restaurant'),\n      idempotencyKey: undefined,",
  },
];
