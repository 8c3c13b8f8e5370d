import { Body, Param } from '@nestjs/common';
import { GetMenu, GetMenuItem, GetRestaurant, ListRestaurants } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import { representMenu, representMenuItem, representPage, representRestaurant } from './restaurant.representation.ts';

/** Restaurants and their menus, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class RestaurantController {
  constructor(
    private readonly getRestaurant: GetRestaurant,
    private readonly listRestaurants: ListRestaurants,
    private readonly getMenu: GetMenu,
    private readonly getMenuItem: GetMenuItem,
  ) {}

  @Resource('restaurants')
  restaurants(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants'>(body, ids, {
      listRestaurants: async (asked) =>
        representPage(
          await this.listRestaurants.execute(actor, asked.input(parseInput.listRestaurants)),
          representRestaurant,
        ),
    });
  }

  @Resource('restaurants/:restaurantId')
  restaurant(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants/:restaurantId'>(body, ids, {
      getRestaurant: async (asked) =>
        representRestaurant(await this.getRestaurant.execute(actor, asked.input(parseInput.getRestaurant))),
    });
  }

  @Resource('restaurants/:restaurantId/menu')
  menu(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants/:restaurantId/menu'>(body, ids, {
      getMenu: async (asked) => representMenu(await this.getMenu.execute(actor, asked.input(parseInput.getMenu))),
    });
  }

  @Resource('restaurants/:restaurantId/menu/:menuItemId')
  menuItem(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants/:restaurantId/menu/:menuItemId'>(body, ids, {
      getMenuItem: async (asked) =>
        representMenuItem(await this.getMenuItem.execute(actor, asked.input(parseInput.getMenuItem))),
    });
  }
}
