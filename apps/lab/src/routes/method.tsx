import { html } from '../method-page.js';

/** docs/method.md, made into HTML when the page was built: our own text, with nothing of anybody else in it. */
export function Method() {
  return <article className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
