import { Body, Delete, Get, HttpStatus, Param, Put, Req, Res } from '@nestjs/common';
import { DeletePhoto, GetMenuItem, GetPhoto, SetPhoto, type MenuItemView } from '@rungs/application';
import { isRefusal, PHOTO_TYPES, type Actor } from '@rungs/domain';
import { CurrentActor, makingsOf, optionalBody, photoSent, SignedInActor, tagOf, Takes } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, Level2, saidBy, SHARED, uris } from '../level.ts';
import { representMenuItem } from './restaurant.representation.ts';

interface PhotoParams extends Readonly<Record<string, string>> {
  readonly restaurantId: string;
  readonly menuItemId: string;
}

/** A dish's photo: bytes, and a media type that says what they are. Its version is the dish's. */
@Level2()
export class PhotoController {
  constructor(
    private readonly getMenuItem: GetMenuItem,
    private readonly getPhoto: GetPhoto,
    private readonly setPhoto: SetPhoto,
    private readonly deletePhoto: DeletePhoto,
  ) {}

  @Get(uris.route('photo'))
  async get(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    // The dish first: should its photo be replaced meanwhile, the validator is the older one, and stale.
    const item = await this.itemAt(actor, params);
    const photo = await this.getPhoto.execute(actor, parseInput.getPhoto(params));
    void reply.headers({ ...SHARED, ...(item && { etag: tagOf(makingsOf.menuItem(item)) }) }).type(photo.contentType);
    return () => Buffer.from(photo.data, 'base64');
  }

  @Put(uris.route('photo'))
  @Takes(...PHOTO_TYPES)
  async put(
    @SignedInActor() actor: Actor,
    @Param() params: PhotoParams,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.setPhoto, photoSent(request), params, saidBy(request));
    const before = await this.itemAt(actor, params);
    const item = await this.setPhoto.execute(actor, input);
    // RFC 9110 §9.3.4: 201 where there was none; the photo was kept as it was sent, hence its validator.
    if (before && !before.photo) void reply.status(HttpStatus.CREATED);
    void reply.headers({ 'content-location': uris.href('menuItem', params), etag: tagOf(makingsOf.menuItem(item)) });
    return representMenuItem(item);
  }

  @Delete(uris.route('photo'))
  async remove(
    @SignedInActor() actor: Actor,
    @Param() params: PhotoParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.deletePhoto, optionalBody(body), params, saidBy(request));
    const item = await this.deletePhoto.execute(actor, input);
    // The body is the dish without it.
    void reply.headers({ 'content-location': uris.href('menuItem', params) });
    return representMenuItem(item);
  }

  /** Undefined where there is no such dish: what is asked for refuses it then, in its own words and order. */
  private async itemAt(actor: Actor, params: object): Promise<MenuItemView | undefined> {
    try {
      return await this.getMenuItem.execute(actor, parseInput.getMenuItem(params));
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }
}
