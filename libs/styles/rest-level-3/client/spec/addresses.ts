import ts from 'typescript';

// What a hypermedia client must not have in its code: addresses, templates of addresses, and methods to send. Looked for
// in the syntax and not in the text, so that neither a comment nor a media type is taken for one.

/** The files of a format that any server might use. HAL-FORMS itself names methods there: which has no body. */
const SAYS_METHODS_OF_THE_FORMAT = 'hypermedia.ts';

const METHOD = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|QUERY)$/i;
const MEDIA_TYPE = /^(?:application|image|text|\*)\/[\w.+*-]+$/;
/** `…/orders`, `orders/…`, `/`; a query to append; an expression of RFC 6570. */
const ADDRESS = /\/|[?&]\w+=|\{[?&#+./;]?\w[\w,]*\*?\}/;

/** Each address, template and method that is written in a source, as `walker.ts:19 /level3`. */
export function addressesIn(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const note = (node: ts.Node, what: string): void => {
    found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const written = textOf(node);
    if (written !== undefined && isAddress(written)) note(node, written);
    if (written !== undefined && METHOD.test(written) && file !== SAYS_METHODS_OF_THE_FORMAT) note(node, written);
    if (isMethodSet(node)) note(node, node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isAddress(written: string): boolean {
  return ADDRESS.test(written) && !MEDIA_TYPE.test(written);
}

/** A text as it is written, whole or a part of a template; a pattern that texts are held against is none that is sent. */
function textOf(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    ? node.text
    : undefined;
}

/** `{ method: 'PUT' }`: a request whose method no form said, also in a file that may name methods. */
function isMethodSet(node: ts.Node): node is ts.PropertyAssignment & { readonly initializer: ts.StringLiteralLike } {
  return ts.isPropertyAssignment(node) && node.name.getText() === 'method' && ts.isStringLiteralLike(node.initializer);
}
