import { Injectable } from '@nestjs/common';
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
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import {
  representMenu,
  representMenuImport,
  representMenuItem,
  representPage,
  representPhoto,
  representRestaurant,
} from './restaurant.representation.ts';

/** What the one endpoint can be told to do with restaurants, their menus and what is on them. */
@Injectable()
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

  readonly procedures = {
    getRestaurant: async (actor, params) =>
      representRestaurant(await this.getRestaurant.execute(actor, parseInput.getRestaurant(params))),
    listRestaurants: async (actor, params) =>
      representPage(await this.listRestaurants.execute(actor, parseInput.listRestaurants(params)), representRestaurant),
    openRestaurant: async (actor, params) =>
      representRestaurant(await this.openRestaurant.execute(actor, parseInput.openRestaurant(params))),
    updateRestaurant: async (actor, params) =>
      representRestaurant(await this.updateRestaurant.execute(actor, parseInput.updateRestaurant(params))),
    getMenu: async (actor, params) => representMenu(await this.getMenu.execute(actor, parseInput.getMenu(params))),
    replaceMenu: async (actor, params) =>
      representMenu(await this.replaceMenu.execute(actor, parseInput.replaceMenu(params))),
    getMenuItem: async (actor, params) =>
      representMenuItem(await this.getMenuItem.execute(actor, parseInput.getMenuItem(params))),
    updateMenuItem: async (actor, params) =>
      representMenuItem(await this.updateMenuItem.execute(actor, parseInput.updateMenuItem(params))),
    importMenu: async (actor, params) =>
      representMenuImport(await this.importMenu.execute(actor, parseInput.importMenu(params))),
    getMenuImport: async (actor, params) =>
      representMenuImport(await this.getMenuImport.execute(actor, parseInput.getMenuImport(params))),
    getPhoto: async (actor, params) => representPhoto(await this.getPhoto.execute(actor, parseInput.getPhoto(params))),
    setPhoto: async (actor, params) =>
      representMenuItem(await this.setPhoto.execute(actor, parseInput.setPhoto(params))),
    deletePhoto: async (actor, params) =>
      representMenuItem(await this.deletePhoto.execute(actor, parseInput.deletePhoto(params))),
  } satisfies Partial<Procedures>;
}
