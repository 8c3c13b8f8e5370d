import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GetMenu, GetMenuItem, GetRestaurant, ListRestaurants } from '@rungs/application';
import type { Actor, Restaurant } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import { connectionOf } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, FieldsOf, MenuItemNode, MenuNode, NullableAnswer, RestaurantNode } from '../nodes.ts';
import type {
  QueryMenuArgs,
  QueryMenuItemArgs,
  QueryRestaurantArgs,
  QueryRestaurantsArgs,
} from '../types.generated.ts';
import { orNull } from '../user-errors.ts';

@Resolver('Restaurant')
export class RestaurantResolver implements FieldsOf<'Restaurant'> {
  constructor(
    private readonly getRestaurant: GetRestaurant,
    private readonly listRestaurants: ListRestaurants,
    private readonly getMenu: GetMenu,
  ) {}

  @Query()
  restaurant(@Args() { id }: QueryRestaurantArgs, @Context('actor') actor: Actor): NullableAnswer<'Restaurant'> {
    return orNull(this.getRestaurant.execute(actor, { restaurantId: uuidOf(id, 'Restaurant') }));
  }

  @Query()
  restaurants(
    @Args() { filter, ...page }: QueryRestaurantsArgs,
    @Context('actor') actor: Actor,
  ): Answer<'RestaurantConnection'> {
    return connectionOf(
      page,
      (limits) => parseInput.listRestaurants({ ...filter, ...limits }),
      (input) => this.listRestaurants.execute(actor, input),
      (restaurant) => restaurant,
    );
  }

  @ResolveField()
  id({ id }: RestaurantNode): string {
    return globalIdOf('Restaurant', id);
  }

  @ResolveField()
  restaurantId({ id }: RestaurantNode): string {
    return id;
  }

  @ResolveField()
  location(restaurant: RestaurantNode, _args: object, context: GraphqlContext) {
    if ('location' in restaurant) return restaurant.location;
    return this.whole(restaurant, context).then(({ location }) => location);
  }

  @ResolveField()
  currency(restaurant: RestaurantNode, _args: object, context: GraphqlContext) {
    if ('currency' in restaurant) return restaurant.currency;
    return this.whole(restaurant, context).then(({ currency }) => currency);
  }

  @ResolveField()
  menu({ id }: RestaurantNode, _args: object, { actor, once }: GraphqlContext) {
    return once(`menu:${id}`, () => this.getMenu.execute(actor, { restaurantId: id }));
  }

  /** An order brings its restaurant's summary along; what that lacks is read once per request. */
  private whole({ id }: RestaurantNode, { actor, once }: GraphqlContext): Promise<Restaurant> {
    return once(`restaurant:${id}`, () => this.getRestaurant.execute(actor, { restaurantId: id }));
  }
}

@Resolver('Menu')
export class MenuResolver implements FieldsOf<'Menu'> {
  constructor(private readonly getMenu: GetMenu) {}

  @Query()
  menu(@Args() { restaurantId }: QueryMenuArgs, @Context('actor') actor: Actor): NullableAnswer<'Menu'> {
    return orNull(this.getMenu.execute(actor, { restaurantId: uuidOf(restaurantId, 'Restaurant') }));
  }

  @ResolveField()
  items({ items, restaurantId }: MenuNode): MenuItemNode[] {
    return items.map((item) => ({ ...item, restaurantId }));
  }
}

@Resolver('MenuItem')
export class MenuItemResolver implements FieldsOf<'MenuItem'> {
  constructor(private readonly getMenuItem: GetMenuItem) {}

  @Query()
  async menuItem(@Args() asked: QueryMenuItemArgs, @Context('actor') actor: Actor): NullableAnswer<'MenuItem'> {
    const restaurantId = uuidOf(asked.restaurantId, 'Restaurant');
    const menuItemId = uuidOf(asked.menuItemId, 'MenuItem');
    const item = await orNull(this.getMenuItem.execute(actor, { restaurantId, menuItemId }));
    return item && { ...item, restaurantId };
  }

  @ResolveField()
  id({ id, restaurantId }: MenuItemNode): string {
    return globalIdOf('MenuItem', `${restaurantId}/${id}`);
  }

  @ResolveField()
  menuItemId({ id }: MenuItemNode): string {
    return id;
  }
}
