import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the web lab's build leaves; the same from `src` and `dist`. */
const LAB_DIRECTORY = fileURLToPath(new URL('../../lab/dist', import.meta.url));

/** The lab's own pages, as in its router: it shows what the path asks for, so the same document answers all. */
export const PAGE_PATHS = ['/compare', '/start', '/reference', '/explore/graphql', '/method'] as const;

const NOT_BUILT = `The page is not built: run "npm run build". The APIs are here all the same: /level0, /level1, /level2, /level3, /graphql\n`;

/**
 * The page, at each of its paths, and its files. The security fields are about documents, so they are set here and
 * nowhere else: an API's answers would only grow by them.
 */
export function registerPage(fastify: FastifyInstance, directory: string = LAB_DIRECTORY): void {
  void fastify.register(async (pages) => {
    await pages.register(fastifyHelmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          // Charts set sizes and colours as style attributes.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // For whoever ends TLS in front of this process to say; over plain http it means nothing (RFC 6797 §7.2).
      strictTransportSecurity: false,
    });
    if (!existsSync(directory)) {
      for (const path of ['/', ...PAGE_PATHS]) {
        pages.get(path, async (_request, reply) => reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT));
      }
      return;
    }
    await pages.register(fastifyStatic, {
      root: directory,
      // Beside its texts the build leaves the same compressed: `Accept-Encoding` chooses.
      preCompressed: true,
      // A route for each file that is there, and none for all the rest: paths of the styles are theirs to refuse.
      wildcard: false,
      // The names of built assets change with their contents.
      setHeaders: (reply, path) => {
        void reply.header(
          'cache-control',
          /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
      cacheControl: false,
    });
    for (const path of PAGE_PATHS) pages.get(path, (_request, reply) => reply.sendFile('index.html'));
  });
}
