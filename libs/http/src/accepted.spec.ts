import { describe, expect, it } from 'vitest';
import { acceptedOf } from './accepted.ts';

const JSON_TYPE = 'application/json';
const XML_TYPE = 'application/xml';

describe('RFC 9110 §12.5.1: of JSON and XML, the media type to answer with', () => {
  it.each([
    ['no field', undefined, JSON_TYPE],
    ['an empty field', '', JSON_TYPE],
    ['everything', '*/*', JSON_TYPE],
    ['every application type', 'application/*', JSON_TYPE],
    ['a name', 'application/xml', XML_TYPE],
    ['a name in capitals', 'Application/XML', XML_TYPE],
    ['weights', 'application/json;q=0.5, application/xml;q=0.9', XML_TYPE],
    ['weights with spaces and commas to spare', ' , application/json ; q=0.5 ,, application/xml ; q=0.9', XML_TYPE],
    ['weights the other way round', 'application/xml;q=0.2, application/json;q=0.3', JSON_TYPE],
    ['the rest for less', 'application/xml, */*;q=0.1', XML_TYPE],
    ['the more specific range, which counts', 'application/json;q=0.1, application/*;q=0.9', XML_TYPE],
    ['all but one', 'application/json;q=0, */*', XML_TYPE],
    ['one by name, and any other as well', '*/*, application/xml', XML_TYPE],
    ['two alike, the first', 'application/xml, application/json', XML_TYPE],
    ['UTF-8 by name', 'text/html, application/xml;charset=UTF-8', XML_TYPE],
    ['what a browser sends', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8', XML_TYPE],
    ['a parameter that we do not know', 'application/xml;v=2', XML_TYPE],
    [
      'one in quotes, before the weight',
      'application/json;profile="https://a.example/;q=1,b";q=0.2, */*;q=0.1',
      JSON_TYPE,
    ],
    ['one after the weight', 'application/xml;q=0.5;ext="a\\"b", application/json;q=0.4', XML_TYPE],
    ['something else', 'text/csv', undefined],
    ['another encoding of the characters', 'application/json;charset=utf-16', undefined],
    ['neither', 'application/json;q=0, application/xml;q=0.0', undefined],
    ['nothing at all', '*/*;q=0', undefined],
    ['no list of media types', 'json', undefined],
    ['a weight that is no number', 'application/xml;q=much', undefined],
  ])('%s', (_what, accept, mediaType) => {
    expect(acceptedOf(accept, [JSON_TYPE, XML_TYPE])).toBe(mediaType);
  });
});
