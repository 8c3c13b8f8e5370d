import { Body, Param } from '@nestjs/common';
import {
  DeletePhoto,
  GetMenu,
  GetMenuImport,
  GetMenuItem,
  GetPhoto,
  GetRestaurant,
  ImportMenu,
  ListRestaurants,
  OpenRestaurant,
  ReplaceMenu,
  SetPhoto,
  UpdateMenuItem,
  UpdateRestaurant,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import {
  representMenu,
  representMenuImport,
  representMenuItem,
  representPage,
  representPhoto,
  representRestaurant,
} from './restaurant.representation.ts';

/** Restaurants, their menus and what is on them, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class RestaurantController {
  constructor(
    private readonly getRestaurant: GetRestaurant,
    private readonly listRestaurants: ListRestaurants,
    private readonly openRestaurant: OpenRestaurant,
    private readonly updateRestaurant: UpdateRestaurant,
    private readonly getMenu: GetMenu,
    private readonly replaceMenu: ReplaceMenu,
    private readonly getMenuItem: GetMenuItem,
    private readonly updateMenuItem: UpdateMenuItem,
    private readonly importMenu: ImportMenu,
    private readonly getMenuImport: GetMenuImport,
    private readonly getPhoto: GetPhoto,
    private readonly setPhoto: SetPhoto,
    private readonly deletePhoto: DeletePhoto,
  ) {}

  @Resource('restaurants')
  restaurants(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants'>(body, ids, {
      openRestaurant: async (asked) =>
        representRestaurant(await this.openRestaurant.execute(actor, asked.input(parseInput.openRestaurant))),
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
      updateRestaurant: async (asked) =>
        representRestaurant(await this.updateRestaurant.execute(actor, asked.input(parseInput.updateRestaurant))),
    });
  }

  @Resource('restaurants/:restaurantId/menu')
  menu(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants/:restaurantId/menu'>(body, ids, {
      getMenu: async (asked) => representMenu(await this.getMenu.execute(actor, asked.input(parseInput.getMenu))),
      replaceMenu: async (asked) =>
        representMenu(await this.replaceMenu.execute(actor, asked.input(parseInput.replaceMenu))),
    });
  }

  @Resource('restaurants/:restaurantId/menu/:menuItemId')
  menuItem(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants/:restaurantId/menu/:menuItemId'>(body, ids, {
      getMenuItem: async (asked) =>
        representMenuItem(await this.getMenuItem.execute(actor, asked.input(parseInput.getMenuItem))),
      updateMenuItem: async (asked) =>
        representMenuItem(await this.updateMenuItem.execute(actor, asked.input(parseInput.updateMenuItem))),
    });
  }

  @Resource('restaurants/:restaurantId/menu/:menuItemId/photo')
  photo(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants/:restaurantId/menu/:menuItemId/photo'>(body, ids, {
      getPhoto: async (asked) => representPhoto(await this.getPhoto.execute(actor, asked.input(parseInput.getPhoto))),
      setPhoto: async (asked) =>
        representMenuItem(await this.setPhoto.execute(actor, asked.input(parseInput.setPhoto))),
      deletePhoto: async (asked) =>
        representMenuItem(await this.deletePhoto.execute(actor, asked.input(parseInput.deletePhoto))),
    });
  }

  @Resource('restaurants/:restaurantId/menu-imports')
  menuImports(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants/:restaurantId/menu-imports'>(body, ids, {
      importMenu: async (asked) =>
        representMenuImport(await this.importMenu.execute(actor, asked.input(parseInput.importMenu))),
    });
  }

  @Resource('restaurants/:restaurantId/menu-imports/:menuImportId')
  menuImport(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'restaurants/:restaurantId/menu-imports/:menuImportId'>(body, ids, {
      getMenuImport: async (asked) =>
        representMenuImport(await this.getMenuImport.execute(actor, asked.input(parseInput.getMenuImport))),
    });
  }
}
