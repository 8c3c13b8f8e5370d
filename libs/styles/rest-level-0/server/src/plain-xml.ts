import { membersFromTexts } from '@rungs/json';
import { OPERATION_NAMES, type OperationName } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { XMLBuilder, XMLParser, XMLValidator, type EntityDecoderOptions } from 'fast-xml-parser';
import { markupComplaintOf } from './well-formed.ts';

// Plain old XML: the root element names the operation, its children are the members, a list is its element repeated.
// `<cancelOrder><orderId>…</orderId></cancelOrder>` is answered by `<cancelOrderResult>…</cancelOrderResult>` or
// `<fault><code>…</code><message>…</message></fault>`. Attributes and namespaces mean nothing here.

/** What a document asks for. */
export interface XmlCall {
  readonly operation: string;
  readonly members: object;
}

/** XML 1.0 §4.6 knows five entities and no more without a DTD, which we do not take. */
const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

const entityDecoder: EntityDecoderOptions = {
  decode: withoutReferences,
  addInputEntities: () => {
    throw new Error('a document type declaration is not taken');
  },
  setExternalEntities: () => undefined,
  setXmlVersion: () => undefined,
  reset: () => undefined,
};

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  processEntities: true,
  entityDecoder,
});

const builder = new XMLBuilder({ suppressEmptyNode: true, tagValueProcessor: (_name, value) => wellFormed(value) });

/** Reads one document; throws `unreadable` for whatever is not one that we take. */
export function readXml(text: string): XmlCall {
  // External entities and entity expansion both need a DTD, so there is none (also not inside a comment or CDATA).
  if (/<!DOCTYPE/i.test(text)) throw unreadable('a document type declaration is not taken');
  if (wellFormed(text) !== text) throw unreadable('the body has a character that XML has not');
  const encoding = /^<\?xml[^?>]*\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
  // RFC 7303 §3.1: the bytes were read as UTF-8, so a document that says otherwise would be misread in silence.
  if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)) {
    throw unreadable(`the encoding ${encoding.slice(0, 40)} is not UTF-8`);
  }
  const complaint = readOrRefuse(() => markupComplaintOf(text, withoutReferences));
  if (complaint !== undefined) throw unreadable(complaint);
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw unreadable(`the body is not well-formed XML (see line ${validity.err.line})`);
  const [root, ...more] = Object.entries(readOrRefuse(() => parser.parse(text) as object));
  if (root === undefined || more.length > 0 || Array.isArray(root[1])) {
    throw unreadable('the body must have one root element, which names the operation');
  }
  const [operation, content] = root;
  return { operation, members: membersOf(operation, content) };
}

/** `<cancelOrderResult>…`: the plain JSON of an outcome as elements; what is itself a list has `items`, as pages have. */
export function writeResult(operation: string, outcome: object): string {
  return written({ [`${operation}Result`]: elementsOf(Array.isArray(outcome) ? { items: outcome } : outcome) });
}

/** `<fault>`: the code that all styles share, and its sentence. */
export function writeFault(code: string, message: string): string {
  return written({ fault: { code, message } });
}

/** XML 1.0 §2.11: whoever reads a carriage return takes it for a line feed, unless it is a reference. */
function written(document: object): string {
  return builder.build(document).replaceAll('\r', '&#13;');
}

function readOrRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** An empty list is one empty element, as on the way in: none at all would say that nothing is known of the member. */
function elementsOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? '' : value.map(elementsOf);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, elementsOf(member)]));
}

/** Everything in XML is text; the operation's own input says what is a number, a flag or a list. */
function membersOf(operation: string, content: unknown): object {
  if (content === '') return {};
  if (typeof content !== 'object' || content === null)
    throw unreadable('the root element must hold elements, not text');
  return isOperation(operation) ? membersFromTexts(operation, content) : content;
}

function isOperation(name: string): name is OperationName {
  return OPERATION_NAMES.some((known) => known === name);
}

function withoutReferences(text: string): string {
  return text.replaceAll(/&([^;&]*);?/g, (reference, name: string) => characterOf(reference, name));
}

function characterOf(reference: string, name: string): string {
  const codePoint = /^#x[\da-f]{1,6}$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#\d{1,7}$/.test(name)
      ? Number(name.slice(1))
      : undefined;
  const character =
    codePoint !== undefined && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : ENTITIES.get(name);
  // XML 1.0 §4.1: a reference must end in a semicolon, and name a character of §2.2 or a declared entity.
  if (!reference.endsWith(';') || character === undefined || wellFormed(character) !== character) {
    throw new Error(`the reference ${reference.slice(0, 20)} means nothing here`);
  }
  return character;
}

/** XML 1.0 §2.2: most control characters cannot be in a document at all, not even escaped. */
function wellFormed(value: unknown): string {
  return String(value).replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}');
}

function unreadable(reason: string): Refusal<'unreadable'> {
  return new Refusal('unreadable', { reason: `${reason}.` });
}
