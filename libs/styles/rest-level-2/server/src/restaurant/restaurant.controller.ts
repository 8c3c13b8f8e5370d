import { Get, Param, Query, Req, Res } from '@nestjs/common';
import { GetMenu, GetMenuItem, GetRestaurant, ListRestaurants } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, entityTag, linkHeader, pageLinks } from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Level2, SHARED, uris } from '../level.ts';
import { representMenu, representMenuItem, representPage, representRestaurant } from './restaurant.representation.ts';

@Level2()
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
    void reply.headers({ ...SHARED, link: linkHeader(pageLinks(request.url, page)) });
    return representPage(page, representRestaurant);
  }

  @Get(uris.route('restaurant'))
  async get(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const restaurant = await this.getRestaurant.execute(actor, parseInput.getRestaurant(params));
    void reply.headers({ ...SHARED, etag: entityTag(restaurant.version) });
    return representRestaurant(restaurant);
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
    @Param() params: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const item = await this.getMenuItem.execute(actor, parseInput.getMenuItem(params));
    void reply.headers({ ...SHARED, etag: entityTag(item.version) });
    return representMenuItem(item);
  }
}
