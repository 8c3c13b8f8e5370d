import { expect, it } from 'vitest';
import { requestBodyText } from './request-body.ts';

it('gives a document inside a JSON string its lines back, two steps further in', () => {
  expect(requestBodyText(JSON.stringify({ query: '{\n  order\n}' }))).toBe(
    ['{', '  "query": "{', '      order', '    }"', '}'].join('\n'),
  );
});

it('takes no escaped backslash before an n for the end of a line', () => {
  const body = JSON.stringify({ path: 'C:\\new' });
  expect(requestBodyText(body)).toBe('{\n  "path": "C:\\\\new"\n}');
});

it('leaves what is no JSON as it is', () => {
  expect(requestBodyText('a=1&b=2')).toBe('a=1&b=2');
});
