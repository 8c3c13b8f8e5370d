import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  GetMenu,
  GetMenuImport,
  GetRestaurant,
  ListRestaurants,
  OpenRestaurant,
  UpdateRestaurant,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionOf } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, FieldsOf, NullableAnswer, RestaurantNode } from '../nodes.ts';
import type {
  OpenRestaurantInput,
  QueryRestaurantArgs,
  QueryRestaurantsArgs,
  RestaurantMenuImportArgs,
  UpdateRestaurantInput,
} from '../types.generated.ts';
import { orNull, payloadOf } from '../user-errors.ts';

@Resolver('Restaurant')
export class RestaurantResolver implements FieldsOf<'Restaurant'> {
  constructor(
    private readonly getRestaurant: GetRestaurant,
    private readonly listRestaurants: ListRestaurants,
    private readonly opening: OpenRestaurant,
    private readonly updating: UpdateRestaurant,
    private readonly getMenu: GetMenu,
    private readonly getMenuImport: GetMenuImport,
  ) {}

  @Query()
  restaurant(@Args() { id }: QueryRestaurantArgs, @Context('actor') actor: Actor): NullableAnswer<'Restaurant'> {
    return orNull(this.getRestaurant.execute(actor, { restaurantId: uuidOf(id, 'Restaurant') }));
  }

  @Query()
  restaurants(
    @Args() { filter, ...page }: QueryRestaurantsArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'RestaurantConnection'> {
    return connectionOf(
      page,
      (limits) => parseInput.listRestaurants({ ...filter, ...limits }),
      (input) => this.listRestaurants.execute(actor, input),
      (restaurant) => restaurant,
      { info, count: (input) => this.listRestaurants.count(actor, input) },
    );
  }

  @Mutation()
  openRestaurant(
    @Args('input') input: OpenRestaurantInput,
    @Context('actor') actor: Actor,
  ): Answer<'RestaurantPayload'> {
    return payloadOf('restaurant', () => this.opening.execute(actor, parseInput.openRestaurant(input)));
  }

  @Mutation()
  updateRestaurant(
    @Args('input') input: UpdateRestaurantInput,
    @Context('actor') actor: Actor,
  ): Answer<'RestaurantPayload'> {
    const members = { ...input, restaurantId: uuidOf(input.restaurantId, 'Restaurant') };
    return payloadOf('restaurant', () => this.updating.execute(actor, parseInput.updateRestaurant(members)));
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
  availableActions({ actions }: RestaurantNode): RestaurantNode['actions'] {
    return actions;
  }

  @ResolveField()
  menu({ id }: RestaurantNode, _args: object, { actor }: GraphqlContext) {
    return this.getMenu.execute(actor, { restaurantId: id });
  }

  @ResolveField()
  menuImport(restaurant: RestaurantNode, { id }: RestaurantMenuImportArgs, { actor }: GraphqlContext) {
    const asked = { restaurantId: restaurant.id, menuImportId: uuidOf(id, 'MenuImport') };
    return orNull(this.getMenuImport.execute(actor, asked));
  }
}
