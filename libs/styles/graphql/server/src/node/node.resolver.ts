import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@rungs/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { BillResolver } from '../accounting/accounting.resolver.ts';
import { BasketResolver } from '../basket/basket.resolver.ts';
import { ConsumerResolver } from '../consumer/consumer.resolver.ts';
import { CourierResolver, DeliveryResolver } from '../delivery/delivery.resolver.ts';
import { parseGlobalId, type NodeType } from '../global-id.ts';
import { TicketResolver } from '../kitchen/kitchen.resolver.ts';
import type { NullableAnswer } from '../nodes.ts';
import { OrderResolver } from '../order/order.resolver.ts';
import { MenuImportResolver, MenuItemResolver, MenuResolver } from '../restaurant/menu.resolver.ts';
import { RestaurantResolver } from '../restaurant/restaurant.resolver.ts';
import type { QueryNodeArgs } from '../types.generated.ts';

type Find = (key: string, actor: Actor, info: GraphQLResolveInfo) => NullableAnswer<'Node'>;

/** Relay's object identification: any thing by the id that an answer held. */
@Resolver('Query')
export class NodeResolver {
  private readonly find: { readonly [T in NodeType]: Find };

  constructor(
    orders: OrderResolver,
    restaurants: RestaurantResolver,
    menus: MenuResolver,
    menuItems: MenuItemResolver,
    menuImports: MenuImportResolver,
    consumers: ConsumerResolver,
    baskets: BasketResolver,
    tickets: TicketResolver,
    deliveries: DeliveryResolver,
    couriers: CourierResolver,
    bills: BillResolver,
  ) {
    this.find = {
      Order: (id, actor, info) => orders.order({ id }, actor, info),
      Restaurant: (id, actor) => restaurants.restaurant({ id }, actor),
      Menu: (restaurantId, actor) => menus.menu({ restaurantId }, actor),
      MenuItem: (key, actor) => {
        const [restaurantId, menuItemId] = halvesOf(key);
        return menuItems.menuItem({ restaurantId, menuItemId }, actor);
      },
      MenuImport: (key, actor) => {
        const [restaurantId, menuImportId] = halvesOf(key);
        return menuImports.menuImport({ restaurantId, menuImportId }, actor);
      },
      Consumer: (id, actor) => consumers.consumer({ id }, actor),
      Basket: (key, actor) => {
        const [consumerId, restaurantId] = halvesOf(key);
        return baskets.basket({ consumerId, restaurantId }, actor);
      },
      Ticket: (orderId, actor) => tickets.ticket({ orderId }, actor),
      Delivery: (orderId, actor) => deliveries.delivery({ orderId }, actor),
      Courier: (id, actor) => couriers.courier({ id }, actor),
      Bill: (orderId, actor) => bills.bill({ orderId }, actor),
    };
  }

  @Query()
  async node(
    @Args() { id }: QueryNodeArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): NullableAnswer<'Node'> {
    const named = parseGlobalId(id);
    if (named === undefined || !Object.hasOwn(this.find, named.type)) return null;
    const type = named.type as NodeType;
    const found = await this.find[type](named.key, actor, info);
    // GraphQL tells the members of an interface apart by this property.
    return found && Object.assign({}, found, { __typename: type });
  }
}

function halvesOf(key: string): [string, string] {
  const [first = '', second = ''] = key.split('/');
  return [first, second];
}
