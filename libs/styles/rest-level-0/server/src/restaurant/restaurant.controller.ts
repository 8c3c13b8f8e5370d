import { Injectable } from '@nestjs/common';
import { GetMenu, GetMenuItem, GetRestaurant, ListRestaurants } from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representMenu, representMenuItem, representPage, representRestaurant } from './restaurant.representation.ts';

/** What the one endpoint can be told to do with restaurants and their menus. */
@Injectable()
export class RestaurantController {
  constructor(
    private readonly getRestaurant: GetRestaurant,
    private readonly listRestaurants: ListRestaurants,
    private readonly getMenu: GetMenu,
    private readonly getMenuItem: GetMenuItem,
  ) {}

  readonly procedures = {
    getRestaurant: async (actor, params) =>
      representRestaurant(await this.getRestaurant.execute(actor, parseInput.getRestaurant(params))),
    listRestaurants: async (actor, params) =>
      representPage(await this.listRestaurants.execute(actor, parseInput.listRestaurants(params)), representRestaurant),
    getMenu: async (actor, params) => representMenu(await this.getMenu.execute(actor, parseInput.getMenu(params))),
    getMenuItem: async (actor, params) =>
      representMenuItem(await this.getMenuItem.execute(actor, parseInput.getMenuItem(params))),
  } satisfies Partial<Procedures>;
}
