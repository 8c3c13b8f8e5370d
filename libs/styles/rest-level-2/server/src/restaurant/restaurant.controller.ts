import { Body, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import {
  GetMenu,
  GetMenuImport,
  GetMenuItem,
  GetRestaurant,
  ImportMenu,
  ListRestaurants,
  OpenRestaurant,
  ReplaceMenu,
  UpdateMenuItem,
  UpdateRestaurant,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import {
  CurrentActor,
  makingsOf,
  mediaTypeOf,
  optionalBody,
  readableBody,
  SignedInActor,
  tagOf,
  tagOfPage,
  Takes,
} from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, keyedBy, Level2, PRIVATE, saidBy, SHARED, uris } from '../level.ts';
import { patchInput, PATCH_TYPES } from '../patch/patch-input.ts';
import { KEPT } from '../patch/patchable.ts';
import { Asked, type AskedList, Queried } from '../selection/asked-list.ts';
import type { Names } from '../selection/names.ts';
import { Expand, Selectable } from '../selection/selection.ts';
import {
  representMenu,
  representMenuImport,
  representMenuItem,
  representPage,
  representRestaurant,
} from './restaurant.representation.ts';

interface RestaurantParams extends Readonly<Record<string, string>> {
  readonly restaurantId: string;
}
interface MenuItemParams extends RestaurantParams {
  readonly menuItemId: string;
}

const CSV = 'text/csv';
export const PATCHABLE = { name: KEPT, address: KEPT, location: KEPT, cuisine: KEPT, open: KEPT };
export const PATCHABLE_ITEM = { name: KEPT, description: '', price: KEPT, available: KEPT, tags: [] };

@Level2()
export class RestaurantController {
  constructor(
    private readonly listRestaurants: ListRestaurants,
    private readonly openRestaurant: OpenRestaurant,
    private readonly getRestaurant: GetRestaurant,
    private readonly updateRestaurant: UpdateRestaurant,
    private readonly getMenu: GetMenu,
    private readonly replaceMenu: ReplaceMenu,
    private readonly getMenuItem: GetMenuItem,
    private readonly updateMenuItem: UpdateMenuItem,
    private readonly importMenu: ImportMenu,
    private readonly getMenuImport: GetMenuImport,
  ) {}

  @Get(uris.route('restaurants'))
  @Selectable('listRestaurants')
  async list(
    @CurrentActor() actor: Actor,
    @Asked('listRestaurants') asked: AskedList<'listRestaurants'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.listRestaurants.execute(actor, asked.input);
    void reply.headers({ ...SHARED, ...asked.fieldsOf(page), etag: tagOfPage(page, makingsOf.restaurant) });
    return () => representPage(page, representRestaurant);
  }

  @Queried(uris.route('restaurants'), 'listRestaurants')
  search(
    @CurrentActor() actor: Actor,
    @Asked('listRestaurants') asked: AskedList<'listRestaurants'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.list(actor, asked, reply);
  }

  @Post(uris.route('restaurants'))
  async open(
    @SignedInActor() actor: Actor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.openRestaurant, readableBody(body), {}, keyedBy(request));
    const restaurant = await this.openRestaurant.execute(actor, input);
    // RFC 9110 §15.3.2: 201 names the new resource, and its validator.
    void reply.headers({
      location: uris.href('restaurant', { restaurantId: restaurant.id }),
      etag: tagOf(makingsOf.restaurant(restaurant)),
    });
    return representRestaurant(restaurant);
  }

  @Get(uris.route('restaurant'))
  @Selectable('getRestaurant')
  async get(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Expand('getRestaurant') expand: Names,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [restaurant, menu] = await Promise.all([
      this.getRestaurant.execute(actor, parseInput.getRestaurant(params)),
      expand.has('menu') ? this.getMenu.execute(actor, parseInput.getMenu(params)) : undefined,
    ]);
    const { id, versions, others } = makingsOf.restaurant(restaurant);
    const onIt = menu ? makingsOf.menu(menu).versions : [];
    void reply.headers({ ...SHARED, etag: tagOf({ id, versions: [...versions, ...onIt], others }) });
    return () => ({ ...representRestaurant(restaurant), ...(menu && { menu: representMenu(menu) }) });
  }

  @Patch(uris.route('restaurant'))
  @Takes(...PATCH_TYPES)
  async update(
    @SignedInActor() actor: Actor,
    @Param() params: RestaurantParams,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const current = async () =>
      representRestaurant(await this.getRestaurant.execute(actor, parseInput.getRestaurant(params)));
    const input = await patchInput(
      'updateRestaurant',
      { request, reply, ids: params },
      { members: PATCHABLE, current },
    );
    const restaurant = await this.updateRestaurant.execute(actor, input);
    void reply.headers({
      'content-location': uris.href('restaurant', params),
      etag: tagOf(makingsOf.restaurant(restaurant)),
    });
    return representRestaurant(restaurant);
  }

  @Get(uris.route('menu'))
  @Selectable('getMenu')
  async menu(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const menu = await this.getMenu.execute(actor, parseInput.getMenu(params));
    void reply.headers({ ...SHARED, etag: tagOf(makingsOf.menu(menu)) });
    return () => representMenu(menu);
  }

  @Put(uris.route('menu'))
  async putMenu(
    @SignedInActor() actor: Actor,
    @Param() params: RestaurantParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.replaceMenu, readableBody(body), params, saidBy(request));
    const menu = await this.replaceMenu.execute(actor, input);
    // RFC 9110 §9.3.4: no ETag, since what was sent was not kept as it was: dishes got ids and versions.
    void reply.headers({ 'content-location': uris.href('menu', params) });
    return representMenu(menu);
  }

  @Get(uris.route('menuItem'))
  @Selectable('getMenuItem')
  async menuItem(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const item = await this.getMenuItem.execute(actor, parseInput.getMenuItem(params));
    void reply.headers({ ...SHARED, etag: tagOf(makingsOf.menuItem(item)) });
    return () => representMenuItem(item);
  }

  @Patch(uris.route('menuItem'))
  @Takes(...PATCH_TYPES)
  async patchMenuItem(
    @SignedInActor() actor: Actor,
    @Param() params: MenuItemParams,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const current = async () =>
      representMenuItem(await this.getMenuItem.execute(actor, parseInput.getMenuItem(params)));
    const input = await patchInput(
      'updateMenuItem',
      { request, reply, ids: params },
      { members: PATCHABLE_ITEM, current },
    );
    const item = await this.updateMenuItem.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('menuItem', params), etag: tagOf(makingsOf.menuItem(item)) });
    return representMenuItem(item);
  }

  /** Long work: 202 says that it was taken in, and `Location` where its progress is to be seen. */
  @Post(uris.route('menuImports'))
  @HttpCode(202)
  @Takes(CSV, 'application/json')
  async startImport(
    @SignedInActor() actor: Actor,
    @Param() params: RestaurantParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // A file may be empty; that it has no columns then is for the use case to say.
    const members = mediaTypeOf(request) === CSV ? { csv: optionalBody(body) ?? '' } : readableBody(body);
    const input = inputOf(parseInput.importMenu, members, params, keyedBy(request));
    const menuImport = await this.importMenu.execute(actor, input);
    // RFC 9110 §15.3.3: the representation describes the status now, the status monitor is where to see it later.
    void reply.headers({
      location: uris.href('menuImport', { restaurantId: menuImport.restaurantId, menuImportId: menuImport.id }),
    });
    return representMenuImport(menuImport);
  }

  @Get(uris.route('menuImport'))
  @Selectable('getMenuImport')
  async menuImport(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const menuImport = await this.getMenuImport.execute(actor, parseInput.getMenuImport(params));
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsOf.menuImport(menuImport)) });
    return () => representMenuImport(menuImport);
  }
}
