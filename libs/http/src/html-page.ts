import type { FastifyReply } from 'fastify';

// Pages of one sentence or two, for people who follow a link out of an answer: what a problem is, what a relation means.

export const HTML = 'text/html';

/** @param title text @param body HTML, of our own words alone */
export function sendHtmlPage(reply: FastifyReply, title: string, body: string): FastifyReply {
  // Nothing in it is to be loaded or run.
  void reply.header('content-security-policy', "default-src 'none'").type(`${HTML}; charset=utf-8`);
  return reply.send(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Rungs</title><h1>${title}</h1>${body}</html>`,
  );
}
