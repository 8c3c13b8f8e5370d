import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { Refusal, type Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import type { FastifyReply } from 'fastify';
import { Level3, PRIVATE, uris } from '../level.ts';
import { isOwnRelation, representHome, representRelation } from './home.representation.ts';

@Level3()
export class HomeController {
  @Get(uris.route('home'))
  home(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    // For newcomers it has a form, whose key is for one of them alone.
    void reply.headers(PRIVATE);
    return () => representHome(actor);
  }
}

/** What our relations mean, for people: pages, not resources of the style. */
@Controller()
export class RelationController {
  @Get(uris.route('relation'))
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  relation(@Param('rel') rel: string): string {
    if (!isOwnRelation(rel)) throw new Refusal('operation-unknown', { operation: `rungs:${rel}` });
    return representRelation(rel);
  }
}
