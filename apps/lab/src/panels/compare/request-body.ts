import { prettyJson } from '../../pretty-json.ts';

/** A request body laid out for reading. A document inside a JSON string (GraphQL) gets its lines back. */
export function requestBodyText(body: string): string {
  return prettyJson(body)
    .split('\n')
    .map((line) => {
      const indent = ' '.repeat(line.length - line.trimStart().length + 2);
      // An escaped backslash before the n is a backslash, and no line break.
      return line.replace(/((?:^|[^\\])(?:\\\\)*)\\n/g, `$1\n${indent}`);
    })
    .join('\n');
}
