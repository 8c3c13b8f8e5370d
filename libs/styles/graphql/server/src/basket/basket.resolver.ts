import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AddToBasket, CheckoutBasket, ClearBasket, GetBasket, SetBasketLine } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import type { GraphQLResolveInfo } from 'graphql';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, BasketNode, FieldsOf, NullableAnswer } from '../nodes.ts';
import { OrderResolver } from '../order/order.resolver.ts';
import type {
  AddToBasketInput,
  CheckoutBasketInput,
  ClearBasketInput,
  QueryBasketArgs,
  SetBasketLineInput,
} from '../types.generated.ts';
import { orNull, payloadOf } from '../user-errors.ts';

@Resolver('Basket')
export class BasketResolver implements FieldsOf<'Basket'> {
  constructor(
    private readonly getBasket: GetBasket,
    private readonly adding: AddToBasket,
    private readonly setting: SetBasketLine,
    private readonly clearing: ClearBasket,
    private readonly checkingOut: CheckoutBasket,
    private readonly orderResolver: OrderResolver,
  ) {}

  @Query()
  basket(@Args() asked: QueryBasketArgs, @Context('actor') actor: Actor): NullableAnswer<'Basket'> {
    return orNull(this.getBasket.execute(actor, keyOf(asked)));
  }

  @Mutation()
  addToBasket(@Args('input') input: AddToBasketInput, @Context('actor') actor: Actor): Answer<'BasketPayload'> {
    return payloadOf('basket', () => this.adding.execute(actor, parseInput.addToBasket(lineOf(input))));
  }

  @Mutation()
  setBasketLine(@Args('input') input: SetBasketLineInput, @Context('actor') actor: Actor): Answer<'BasketPayload'> {
    return payloadOf('basket', () => this.setting.execute(actor, parseInput.setBasketLine(lineOf(input))));
  }

  @Mutation()
  clearBasket(@Args('input') input: ClearBasketInput, @Context('actor') actor: Actor): Answer<'BasketPayload'> {
    const members = { ...input, ...keyOf(input) };
    return payloadOf('basket', () => this.clearing.execute(actor, parseInput.clearBasket(members)));
  }

  @Mutation()
  checkoutBasket(
    @Args('input') input: CheckoutBasketInput,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'CheckoutBasketPayload'> {
    const members = { ...input, ...keyOf(input) };
    return payloadOf('order', async () => {
      const order = await this.checkingOut.execute(actor, parseInput.checkoutBasket(members));
      return this.orderResolver.nodeInPayload(order, actor, info);
    });
  }

  @ResolveField()
  id({ consumerId, restaurantId }: BasketNode): string {
    return globalIdOf('Basket', `${consumerId}/${restaurantId}`);
  }

  @ResolveField()
  availableActions({ actions }: BasketNode): BasketNode['actions'] {
    return actions;
  }
}

interface Key {
  readonly consumerId: string;
  readonly restaurantId: string;
}

function keyOf({ consumerId, restaurantId }: Key): Key {
  return { consumerId: uuidOf(consumerId, 'Consumer'), restaurantId: uuidOf(restaurantId, 'Restaurant') };
}

function lineOf<T extends Key & { readonly menuItemId: string }>(input: T): T {
  return { ...input, ...keyOf(input), menuItemId: uuidOf(input.menuItemId, 'MenuItem') };
}
