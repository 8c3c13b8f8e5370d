// What the parser lets pass and XML 1.0 does not ("§" is a section of https://www.w3.org/TR/xml/), and what would cost
// too much to parse. It walks over a document once, from one piece of markup to the next.

/** As deep as inputs are looked at, in any style. */
const MAX_DEPTH = 32;
/** As many members as an input may have in all, in any style. The parser takes seconds for what a megabyte holds. */
const MAX_ELEMENTS = 20_000;

/** §2.8. */
const DECLARATION =
  /<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[\w.-]+"|'[\w.-]+'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/y;
/** §3.1, with no `<` in a value. The parser knows what a name is. */
const TAG = /<(\/?)([^\s/<>"'=]+)(?:\s+[^\s/<>"'=]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*\s*(\/?)>/y;

/**
 * What is wrong with a document's markup, as the end of a sentence; undefined when nothing is. Whether tags match, and
 * whether what begins also ends, is left to the parser's own validator.
 *
 * @param readReferences reads a text with references; throws when one of them means nothing
 */
export function markupComplaintOf(text: string, readReferences: (text: string) => unknown): string | undefined {
  let depth = 0;
  let elements = 0;
  let end = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', end)) {
    if (text.slice(end, at).includes(']]>')) return 'there is a ]]> in a text (XML 1.0 §2.4)';
    if (text.startsWith('<!--', at)) {
      end = endOf('--', text, at + '<!--'.length);
      if (end !== text.length && text[end] !== '>') return 'there is a -- in a comment (XML 1.0 §2.5)';
    } else if (text.startsWith('<![CDATA[', at)) {
      end = endOf(']]>', text, at);
    } else if (text.startsWith('<?', at)) {
      end = endOf('?>', text, at);
      if (/^<\?xml[\s?]/i.test(text.slice(at, at + 6)) && (at > 0 || matchAt(DECLARATION, text, at) === null)) {
        return 'the XML declaration is not one, or not at the beginning (XML 1.0 §2.6 and §2.8)';
      }
    } else {
      const tag = matchAt(TAG, text, at);
      if (tag === null) return `there is a < that begins no tag (XML 1.0 §3.1), at character ${at + 1}`;
      const [whole, closing, name = '', empty] = tag;
      end = at + whole.length;
      // Also what every object has is no member.
      if (name in Object.prototype || name === 'prototype') return `an element must not be called ${name}`;
      if (whole.includes('&')) readReferences(whole);
      if (closing) depth -= 1;
      else {
        if (++elements > MAX_ELEMENTS) return `it has more than ${MAX_ELEMENTS} elements`;
        if (depth + 1 > MAX_DEPTH) return `its elements are more than ${MAX_DEPTH} deep in each other`;
        if (!empty) depth += 1;
      }
    }
  }
  return text.slice(end).includes(']]>') ? 'there is a ]]> in a text (XML 1.0 §2.4)' : undefined;
}

/** Behind the next occurrence; the text's end when there is none, where nothing more is found. */
function endOf(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
