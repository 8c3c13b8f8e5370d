import { Controller, Get, Res } from '@nestjs/common';
import { sendHtmlPage } from '@rungs/http';
import type { FastifyReply } from 'fastify';
import { uris } from '../level.ts';
import { JSON_PATCH } from './json-patch.ts';
import { MERGE_PATCH } from './merge-patch.ts';

const PAGE = `${uris.prefix}/deprecations/plain-json-patches`;

// Since merge patches and JSON Patches are both taken there is something to go over to; a year is what clients that are
// released twice a year need to do so in peace.
const DEPRECATED_AT = new Date('2026-11-22T00:00:00Z');
const SUNSET_AT = new Date('2027-11-22T00:00:00Z');

/** Says of a PATCH in plain JSON that it is on its way out: since when, until when, and where to read of it. */
export function sayDeprecated(reply: FastifyReply): void {
  void reply.headers({
    // RFC 9745 §2.1: a date of structured fields (RFC 9651 §3.3.7), in seconds.
    deprecation: `@${DEPRECATED_AT.getTime() / 1000}`,
    // RFC 8594 §3; RFC 9745 §4: never before the deprecation.
    sunset: SUNSET_AT.toUTCString(),
    // RFC 9745 §3.
    link: `<${PAGE}>; rel="deprecation"; type="text/html"`,
  });
}

/** What there is to know about what is on its way out, for people. */
@Controller()
export class DeprecationController {
  @Get(PAGE)
  page(@Res() reply: FastifyReply) {
    void reply.header('cache-control', 'public, max-age=3600');
    const [since, until] = [DEPRECATED_AT, SUNSET_AT].map((date) => date.toISOString().slice(0, 10));
    return sendHtmlPage(
      reply,
      'PATCH with plain JSON',
      `<p>A PATCH in <code>application/json</code> is read as a merge patch. The type does not say so: it has no meaning of
its own for PATCH (RFC 5789). It is deprecated since ${since} and will be refused with 415 from ${until}.</p>
<p>Send the same body as <code>${MERGE_PATCH}</code> (RFC 7396), or a list of operations as
<code>${JSON_PATCH}</code> (RFC 6902).</p>`,
    );
  }
}
