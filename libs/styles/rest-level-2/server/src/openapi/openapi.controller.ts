import { createHash } from 'node:crypto';
import { Get, Req, Res } from '@nestjs/common';
import { Offers, requireAccepted, tagOfVariant } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Level2, SHARED, uris } from '../level.ts';
import { openApiDocument } from './document.ts';

/** draft-ietf-httpapi-rest-api-mediatypes, no standard yet; without it by name, it is JSON. */
const OPENAPI_TYPE = 'application/openapi+json';
const JSON_TYPE = 'application/json';

/** Describes the style to programs. */
@Level2()
export class OpenApiController {
  // Made once: it changes with the program alone, and so does its validator.
  private readonly document = Buffer.from(JSON.stringify(openApiDocument()));
  private readonly etag = `"${createHash('sha256').update(this.document).digest('base64url').slice(0, 16)}"`;

  @Get(`${uris.prefix}/openapi.json`)
  @Offers(JSON_TYPE, OPENAPI_TYPE)
  describe(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const mediaType = requireAccepted(request, [JSON_TYPE, OPENAPI_TYPE]);
    const isNamed = mediaType === OPENAPI_TYPE;
    void reply
      .headers({ ...SHARED, vary: 'Accept', etag: isNamed ? tagOfVariant(this.etag, 'openapi') : this.etag })
      .type(isNamed ? `${OPENAPI_TYPE}; version=3.2` : JSON_TYPE);
    return () => this.document;
  }
}
