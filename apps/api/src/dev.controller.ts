import { isIP } from 'node:net';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { PERSONA_NAMES, PERSONAS, type PersonaName } from '@rungs/application';
import { readableBody, sendProblem, TokenService, type AccessToken } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Injection token: puts the demo data back as they were seeded. */
export const RESET_DATA = Symbol('ResetData');
export type ResetData = () => Promise<void>;

/** Conveniences of development; not there at all in production. */
@Controller('dev')
export class DevController {
  constructor(
    private readonly tokens: TokenService,
    @Inject(RESET_DATA) private readonly resetData: ResetData,
  ) {}

  /** `{"persona":"ann"}` is answered with a bearer token (RFC 6749 §5.1). */
  @Post('token')
  @HttpCode(200)
  async token(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessToken | undefined> {
    if (refusedAsForeign(request, reply)) return undefined;
    if (!this.tokens.issues) {
      const detail = 'Tokens come from the issuer that RUNGS_JWKS_URL belongs to.';
      sendProblem({ type: 'about:blank', title: 'Tokens are issued elsewhere', status: 404, detail }, reply);
      return undefined;
    }
    const { persona } = Object(readableBody(body)) as { readonly persona?: unknown };
    const name = PERSONA_NAMES.find((known) => known === persona);
    if (name === undefined) {
      const detail = `persona must be one of ${PERSONA_NAMES.join(', ')}.`;
      sendProblem({ type: 'about:blank', title: 'There is no such persona', status: 400, detail }, reply);
      return undefined;
    }
    void reply.header('cache-control', 'no-store');
    return this.tokens.issue(PERSONAS[name satisfies PersonaName]);
  }

  /** Restores the demo data. */
  @Post('reset')
  @HttpCode(204)
  async reset(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (!refusedAsForeign(request, reply)) await this.resetData();
  }
}

/**
 * A page of another site must not act on the developer's own machine: browsers say where a request comes from. A site
 * whose name was made to lead here (DNS rebinding) looks like its own; but then it comes under that name.
 */
function refusedAsForeign(request: FastifyRequest, reply: FastifyReply): boolean {
  const name = request.hostname.replace(/^\[|\]$/g, '');
  const isOurs = name === 'localhost' || isIP(name) !== 0;
  if (isOurs && request.headers['sec-fetch-site'] !== 'cross-site') return false;
  const detail = 'This answers at localhost or at an address in numbers, and not to pages of other sites.';
  sendProblem({ type: 'about:blank', title: 'Forbidden', status: 403, detail }, reply);
  return true;
}
