import { Body, Delete, Get, HttpStatus, Param, Put, Req, Res } from '@nestjs/common';
import { DeletePhoto, GetMenuItem, GetPhoto, SetPhoto, type MenuItemView } from '@rungs/application';
import { isRefusal, PHOTO_TYPES, type Actor } from '@rungs/domain';
import {
  CurrentActor,
  lastModifiedOf,
  makingsOf,
  Offers,
  optionalBody,
  photoSent,
  rangesOf,
  requireAccepted,
  SignedInActor,
  tagOf,
  Takes,
} from '@rungs/http';
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
  @Offers(...PHOTO_TYPES)
  async get(
    @CurrentActor() actor: Actor,
    @Param() params: PhotoParams,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // The dish first: it says what there is, so that the bytes are read only for those who have not got them. Should the
    // photo be replaced meanwhile, the validator is the older one, and stale.
    const item = await this.itemAt(actor, params);
    const read = () => this.getPhoto.execute(actor, parseInput.getPhoto(params));
    // That there is none is for its own operation to say.
    const { contentType } = item?.photo ?? (await read());
    requireAccepted(request, [contentType]);
    const validators = item && { etag: tagOf(makingsOf.menuItem(item)), ...lastModifiedOf(item) };
    void reply.headers({ ...SHARED, ...validators }).type(contentType);
    return async () => {
      const photo = await read();
      void reply.type(photo.contentType);
      return rangesOf(Buffer.from(photo.data, 'base64'), request, reply);
    };
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
    const item = await this.setPhoto.execute(actor, input);
    // RFC 9110 §9.3.4: 201 where there was none; the photo was kept as it was sent, hence its validator.
    if (item.isFirstPhoto) void reply.status(HttpStatus.CREATED);
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
