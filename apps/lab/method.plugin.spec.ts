import { describe, expect, it } from 'vitest';
import { renderDocument } from './method.plugin.ts';

describe('a document made into a page', () => {
  it('has headings that can be linked to', () => {
    expect(renderDocument('## What each *figure* is')).toBe(
      '<h2 id="what-each-figure-is">What each <em>figure</em> is</h2>\n',
    );
  });

  it('links to pages and places, and names files of the checkout, which nobody serves', () => {
    const html = renderDocument('[code](../libs/measure/src/run.ts), [problems](/problems), [bytes](#bytes)');
    expect(html).toBe('<p>code, <a href="/problems">problems</a>, <a href="#bytes">bytes</a></p>\n');
  });

  it('shows code as it is written, in a frame that a keyboard can scroll', () => {
    expect(renderDocument('```sh\ncurl "$A" | grep <b> & wait\n```')).toBe(
      '<pre tabindex="0"><code>curl "$A" | grep &lt;b&gt; &amp; wait</code></pre>\n',
    );
  });

  it('keeps wide tables in a frame of their own', () => {
    const html = renderDocument('| axis | values |\n| --- | --- |\n| client | `granular` |');
    expect(html).toContain('role="group"');
    expect(html).toContain('<thead><tr><th>axis</th><th>values</th></tr></thead>');
    expect(html).toContain('<tbody><tr><td>client</td><td><code>granular</code></td></tr></tbody>');
  });
});
