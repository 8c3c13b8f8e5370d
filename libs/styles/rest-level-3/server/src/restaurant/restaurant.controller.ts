import { Body, Get, HttpCode, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
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
import { type Actor, MAX_DISHES } from '@rungs/domain';
import {
  ANY_JSON,
  CurrentActor,
  linkHeader,
  makingsOf,
  mediaTypeOf,
  optionalBody,
  pageLinks,
  readableBody,
  SignedInActor,
  tagOf,
  Takes,
} from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BY_PREFERENCE, Embedding, ITEMS } from '../embedding.ts';
import { rowsAsked } from '../fields.ts';
import { parseForm } from '../forms.ts';
import {
  cachedFor,
  cachedWith,
  Level3,
  pageValidatorOf,
  PRIVATE,
  sharedValidatorOf,
  uris,
  validatorOf,
} from '../level.ts';
import { representMenu, representMenuImport, representMenuItem, representMenuSheet } from './menu.representation.ts';
import { representRestaurant, representRestaurants } from './restaurant.representation.ts';

interface RestaurantParams extends Readonly<Record<string, string>> {
  readonly restaurantId: string;
}
interface MenuItemParams extends RestaurantParams {
  readonly menuItemId: string;
}

const CSV = 'text/csv';

@Level3()
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
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseInput.listRestaurants(membersFromTexts('listRestaurants', query));
    const page = await this.listRestaurants.execute(actor, input);
    const embedding = Embedding.askedBy(request, ITEMS).heeded(reply);
    void reply.headers({
      ...cachedFor(actor),
      ...BY_PREFERENCE,
      etag: pageValidatorOf(actor, page, makingsOf.restaurant, ...embedding.relations),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representRestaurants(page, request.url, actor, embedding);
  }

  @Post(uris.route('restaurants'))
  async open(
    @SignedInActor() actor: Actor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('openRestaurant', readableBody(body), {}, request);
    const restaurant = await this.openRestaurant.execute(actor, input);
    // RFC 9110 §15.3.2: 201 names the new resource, and its validator.
    void reply.headers({
      location: uris.href('restaurant', { restaurantId: restaurant.id }),
      etag: validatorOf(actor, makingsOf.restaurant(restaurant), restaurant),
    });
    return representRestaurant(restaurant, actor);
  }

  @Get(uris.route('restaurant'))
  async get(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const restaurant = await this.getRestaurant.execute(actor, parseInput.getRestaurant(params));
    void reply.headers({ ...cachedFor(actor), etag: validatorOf(actor, makingsOf.restaurant(restaurant), restaurant) });
    return () => representRestaurant(restaurant, actor);
  }

  @Patch(uris.route('restaurant'))
  async update(
    @SignedInActor() actor: Actor,
    @Param() params: RestaurantParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('updateRestaurant', readableBody(body), params, request);
    const restaurant = await this.updateRestaurant.execute(actor, input);
    void reply.headers({
      'content-location': uris.href('restaurant', params),
      etag: validatorOf(actor, makingsOf.restaurant(restaurant), restaurant),
    });
    return representRestaurant(restaurant, actor);
  }

  @Get(uris.route('menu'))
  async menu(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const menu = await this.getMenu.execute(actor, parseInput.getMenu(params));
    const embedding = Embedding.askedBy(request, ITEMS).heeded(reply);
    void reply.headers({
      ...cachedWith(menu),
      ...BY_PREFERENCE,
      etag: sharedValidatorOf(actor, makingsOf.menu(menu), menu, ...embedding.relations),
    });
    return () => representMenu(menu, embedding);
  }

  @Get(uris.route('menuSheet'))
  async sheet(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const menu = await this.getMenu.execute(actor, parseInput.getMenu(params));
    void reply.headers(PRIVATE);
    return () => representMenuSheet(menu, request.url, rowsAsked(query, MAX_DISHES));
  }

  @Put(uris.route('menu'))
  async putMenu(
    @SignedInActor() actor: Actor,
    @Param() params: RestaurantParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('replaceMenu', readableBody(body), params, request);
    const menu = await this.replaceMenu.execute(actor, input);
    // RFC 9110 §9.3.4: no ETag, since what was sent was not kept as it was: dishes got ids and versions.
    const embedding = Embedding.askedBy(request, ITEMS).said(reply);
    void reply.headers({ ...BY_PREFERENCE, 'content-location': uris.href('menu', params) });
    return representMenu(menu, embedding);
  }

  @Get(uris.route('menuItem'))
  async menuItem(
    @CurrentActor() actor: Actor,
    @Param() params: MenuItemParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const item = await this.getMenuItem.execute(actor, parseInput.getMenuItem(params));
    void reply.headers({ ...cachedWith(item), etag: sharedValidatorOf(actor, makingsOf.menuItem(item), item) });
    return () => representMenuItem(item, params.restaurantId);
  }

  @Patch(uris.route('menuItem'))
  async patchMenuItem(
    @SignedInActor() actor: Actor,
    @Param() params: MenuItemParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('updateMenuItem', readableBody(body), params, request);
    const item = await this.updateMenuItem.execute(actor, input);
    void reply.headers({
      'content-location': uris.href('menuItem', params),
      etag: sharedValidatorOf(actor, makingsOf.menuItem(item), item),
    });
    return representMenuItem(item, params.restaurantId);
  }

  /** Long work: 202 says that it was taken in, and `Location` where its progress is to be seen. */
  @Post(uris.route('menuImports'))
  @HttpCode(202)
  @Takes(ANY_JSON, CSV)
  async startImport(
    @SignedInActor() actor: Actor,
    @Param() params: RestaurantParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // A file may come as it is, too, and be empty; that it has no columns then is for the use case to say.
    const fields = mediaTypeOf(request) === CSV ? { csv: optionalBody(body) ?? '' } : readableBody(body);
    const input = parseForm('importMenu', fields, params, request);
    const menuImport = await this.importMenu.execute(actor, input);
    // RFC 9110 §15.3.3: the representation describes the status now, the status monitor is where to see it later.
    void reply.headers({
      location: uris.href('menuImport', { restaurantId: menuImport.restaurantId, menuImportId: menuImport.id }),
    });
    return representMenuImport(menuImport);
  }

  @Get(uris.route('menuImport'))
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
