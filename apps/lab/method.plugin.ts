import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import type { Plugin } from 'vite';

/** What src/method-page.d.ts declares. */
const MODULE = /[\\/]method-page\.js$/;
/** By Rollup's convention no file, and nothing for other plugins. */
const RESOLVED_ID = '\0rungs:method-page';
const SOURCE = fileURLToPath(new URL('../../docs/method.md', import.meta.url));

/** Renders docs/method.md into the page while it is built: nobody needs a Markdown parser to read it. */
export function methodPage(): Plugin {
  return {
    name: 'rungs:method-page',
    resolveId: (id) => (MODULE.test(id) ? RESOLVED_ID : undefined),
    async load(id) {
      if (id !== RESOLVED_ID) return undefined;
      this.addWatchFile(SOURCE);
      return `export const html = ${JSON.stringify(renderDocument(await readFile(SOURCE, 'utf8')))};`;
    },
  };
}

/** Markdown as HTML for the page. Files of the checkout are not served: a link to one becomes its name. */
export function renderDocument(markdown: string): string {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        return /^(https?:|#|\/)/.test(href) ? `<a href="${href}">${words}</a>` : words;
      },
      table({ header, rows }) {
        const row = (cells: typeof header, tag: string): string =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
        const body = rows.map((cells) => row(cells, 'td')).join('');
        // Wide tables scroll in a frame of their own, which a keyboard has to reach.
        return `<div class="prose-frame" tabindex="0" role="group" aria-label="Table"><table><thead>${row(header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`;
      },
    },
  });
  return marked.parse(markdown, { async: false });
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
