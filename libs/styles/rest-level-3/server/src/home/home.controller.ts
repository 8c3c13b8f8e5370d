import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Refusal, type Actor } from '@rungs/domain';
import { CurrentActor, HTML, requireAccepted, sendHtmlPage } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Level3, PRIVATE, sendAs, uris } from '../level.ts';
import { representHome } from './home.representation.ts';
import { ALPS, representProfile, type Profile } from './profile.representation.ts';
import { isOwnRelation, relationPage, representRelation } from './relation.representation.ts';

@Level3()
export class HomeController {
  @Get(uris.route('home'))
  home(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    // For newcomers it has a form, whose key is for one of them alone.
    void reply.headers(PRIVATE);
    return () => representHome(actor);
  }
}

const JSON_TYPE = 'application/json';

/** For everybody the same, and the same until another version is put there. */
const EXPLAINING = { 'cache-control': 'public, max-age=3600', vary: 'Accept' };

/** What our names mean: no resources of the style, but what its documents lead to who wants to understand them. */
@Controller()
export class VocabularyController {
  private made: Profile | undefined;

  @Get(uris.route('relation'))
  relation(@Param('rel') rel: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!isOwnRelation(rel)) throw new Refusal('operation-unknown', { operation: `rungs:${rel}` });
    const mediaType = requireAccepted(request, [JSON_TYPE, HTML]);
    const relation = representRelation(rel);
    void reply.headers(EXPLAINING);
    if (mediaType === HTML) void sendHtmlPage(reply, relation.relation, relationPage(relation));
    else {
      sendAs(reply, JSON_TYPE);
      void reply.send(relation);
    }
  }

  @Get(uris.route('profile'))
  profile(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Profile {
    sendAs(reply.headers(EXPLAINING), requireAccepted(request, [ALPS, JSON_TYPE]));
    this.made ??= representProfile();
    return this.made;
  }
}
