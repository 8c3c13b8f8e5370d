import { Get, Param, Query, Req, Res } from '@nestjs/common';
import { GetMenu, GetMenuItem, GetRestaurant, ListRestaurants } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, entityTag, linkHeader, pageLinks } from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cachedFor, Level3, SHARED, uris } from '../level.ts';
import {
  representMenu,
  representMenuItem,
  representRestaurant,
  representRestaurants,
} from './restaurant.representation.ts';

@Level3()
export class RestaurantController {
  constructor(
    private readonly listRestaurants: ListRestaurants,
    private readonly getRestaurant: GetRestaurant,
    private readonly getMenu: GetMenu,
    private readonly getMenuItem: GetMenuItem,
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
    void reply.headers({ ...cachedFor(actor), link: linkHeader(pageLinks(request.url, page)) });
    return representRestaurants(page, request.url, actor);
  }

  @Get(uris.route('restaurant'))
  async get(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const restaurant = await this.getRestaurant.execute(actor, parseInput.getRestaurant(params));
    void reply.headers({ ...cachedFor(actor), etag: entityTag(restaurant.version) });
    return representRestaurant(restaurant, actor);
  }

  @Get(uris.route('menu'))
  async menu(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const menu = await this.getMenu.execute(actor, parseInput.getMenu(params));
    void reply.headers({ ...SHARED, etag: entityTag(menu.version) });
    return representMenu(menu);
  }

  @Get(uris.route('menuItem'))
  async menuItem(
    @CurrentActor() actor: Actor,
    @Param() params: { restaurantId: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const item = await this.getMenuItem.execute(actor, parseInput.getMenuItem(params));
    void reply.headers({ ...SHARED, etag: entityTag(item.version) });
    return representMenuItem(item, params.restaurantId);
  }
}
