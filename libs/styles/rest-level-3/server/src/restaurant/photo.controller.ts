import {
  Body,
  Controller,
  Delete,
  Get,
  HttpStatus,
  Param,
  Put,
  Query,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { DeletePhoto, GetMenuItem, GetPhoto, SetPhoto, type MenuItemView } from '@rungs/application';
import { isRefusal, PHOTO_TYPES, type Actor } from '@rungs/domain';
import {
  Answers,
  ANY_JSON,
  CurrentActor,
  lastModifiedOf,
  makingsOf,
  mediaTypeOf,
  optionalBody,
  photoSent,
  rangesOf,
  readableBody,
  requireAccepted,
  SignedInActor,
  tagOf,
  Takes,
} from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseForm } from '../forms.ts';
import { Level3, SHARED, uris } from '../level.ts';
import { representMenuItem } from './menu.representation.ts';

interface PhotoParams extends Readonly<Record<string, string>> {
  readonly restaurantId: string;
  readonly menuItemId: string;
}

/** The image itself: bytes with a media type, where links end. */
@Controller()
@UseInterceptors(new Answers(uris))
export class PhotoController {
  constructor(
    private readonly getMenuItem: GetMenuItem,
    private readonly getPhoto: GetPhoto,
  ) {}

  @Get(uris.route('photo'))
  async get(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // The dish first: it says what there is, so that the bytes are read only for those who have not got them. Should the
    // photo be replaced meanwhile, the validator is the older one, and stale.
    const item = await itemAt(this.getMenuItem, actor, params);
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
}

/** What changes a photo changes its dish, and answers with it. */
@Level3()
export class PhotoFormsController {
  constructor(
    private readonly setPhoto: SetPhoto,
    private readonly deletePhoto: DeletePhoto,
  ) {}

  @Put(uris.route('photo'))
  @Takes(ANY_JSON, ...PHOTO_TYPES)
  async put(
    @SignedInActor() actor: Actor,
    @Param() params: PhotoParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // The image may come as it is, too; version and key are then in header fields.
    const isImage = (PHOTO_TYPES as readonly string[]).includes(mediaTypeOf(request));
    const fields = isImage ? photoSent(request) : readableBody(body);
    const input = parseForm('setPhoto', fields, params, request);
    const item = await this.setPhoto.execute(actor, input);
    // RFC 9110 §9.3.4: 201 where there was none. No ETag: the answer is the dish, which has its own.
    if (item.isFirstPhoto) void reply.status(HttpStatus.CREATED);
    void reply.headers({ 'content-location': uris.href('menuItem', params) });
    return representMenuItem(item, params.restaurantId);
  }

  @Delete(uris.route('photo'))
  async remove(
    @SignedInActor() actor: Actor,
    @Param() params: PhotoParams,
    @Body() body: unknown,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('deletePhoto', optionalBody(body) ?? query, params, request);
    const item = await this.deletePhoto.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('menuItem', params) });
    return representMenuItem(item, params.restaurantId);
  }
}

/** Undefined where there is no such dish: what is asked for refuses it then, in its own words and order. */
async function itemAt(getMenuItem: GetMenuItem, actor: Actor, params: object): Promise<MenuItemView | undefined> {
  try {
    return await getMenuItem.execute(actor, parseInput.getMenuItem(params));
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
