import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEMO_ORDERS } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel0Module } from './module.ts';

const orderId = DEMO_ORDERS.PICKED_UP;
const XML_CALL = `<getOrder><orderId>${orderId}</orderId></getOrder>`;
const JSON_CALL = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'getOrder', params: { orderId } });
const XML = 'application/xml; charset=utf-8';
const JSON_UTF_8 = 'application/json; charset=utf-8';

let served: ServedStyle;
let authorization: string;

beforeAll(async () => {
  served = await serveStyle([RestLevel0Module]);
  authorization = `Bearer ${await served.tokenFor('ann')}`;
});
afterAll(() => served.close());
afterEach(() => expect(served.defects).toEqual([]));

async function post(body: BodyInit, headers: Record<string, string>): Promise<{ said: unknown[]; text: string }> {
  const init = { method: 'POST', headers: { authorization, ...headers }, body };
  const response = await fetch(`${served.baseUrl}/level0`, init);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { said: [response.status, response.headers.get('content-type')], text: await response.text() };
}

const postXml = (body: BodyInit, headers: Record<string, string> = {}) =>
  post(body, { 'content-type': 'application/xml', ...headers });

describe('content negotiation', () => {
  it('RFC 9110 §8.3: Content-Type says that the question is XML, and so is the answer', async () => {
    const { said, text } = await postXml(XML_CALL);
    expect(said).toEqual([200, XML]);
    expect(text).toMatch(new RegExp(`^<getOrderResult><id>${orderId}</id>.*</getOrderResult>$`));
  });

  it.each(['text/xml', 'Application/XML', 'application/xml; charset=utf-8', 'text/xml ; charset="UTF-8"'])(
    'RFC 7303 §9: XML is XML as %s',
    async (contentType) => {
      const { said, text } = await postXml(XML_CALL, { 'content-type': contentType });
      expect(said).toEqual([200, XML]);
      expect(text).toContain('<getOrderResult>');
    },
  );

  it.each([
    ['application/json', 'application/xml', XML],
    ['application/json', 'text/xml', 'text/xml; charset=utf-8'],
    ['application/json', 'application/json;q=0.4, application/xml;q=0.5', XML],
    ['application/json', 'application/xml;q=0.4, application/json;q=0.5', JSON_UTF_8],
    ['application/json', 'application/json;q=0, */*', XML],
    ['application/json', '*/*', JSON_UTF_8],
    ['application/xml', '*/*', XML],
    ['application/xml', 'application/json', JSON_UTF_8],
    ['application/xml', 'application/json, */*;q=0.1', JSON_UTF_8],
    ['application/xml', 'application/xml, application/json;q=0.9', XML],
  ])('RFC 9110 §12.5.1: asked in %s, Accept: %s is answered in %s', async (contentType, accept, answered) => {
    const body = contentType === 'application/json' ? JSON_CALL : XML_CALL;
    const { said, text } = await post(body, { 'content-type': contentType, accept });
    expect(said).toEqual([200, answered]);
    if (answered !== JSON_UTF_8) expect(text).toMatch(/^<getOrderResult>.*<\/getOrderResult>$/);
    else {
      // JSON-RPC 2.0 §5: a document has no id, so that of its answer is null.
      const id = contentType === 'application/json' ? 7 : null;
      expect(JSON.parse(text)).toMatchObject({ jsonrpc: '2.0', id, result: { id: orderId } });
    }
  });

  it('RFC 9110 §12.5.1: what is refused is refused in the language that is accepted', async () => {
    const bad = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'getOrder', params: { orderId: 'nobody’s' } });
    const asXml = await post(bad, { 'content-type': 'application/json', accept: 'application/xml' });
    expect(asXml.said).toEqual([200, XML]);
    expect(asXml.text).toMatch(/^<fault><code>order-not-found<\/code><message>[^<]+<\/message><\/fault>$/);
    const asJson = await postXml('<getOrder>', { accept: 'application/json' });
    expect(asJson.said).toEqual([200, JSON_UTF_8]);
    expect(JSON.parse(asJson.text)).toMatchObject({ jsonrpc: '2.0', id: null, error: { code: -32700 } });
    const credential = await postXml(XML_CALL, { accept: 'application/json', authorization: 'Bearer nonsense' });
    expect(credential.said).toEqual([401, JSON_UTF_8]);
  });

  it.each([
    ['application/json', JSON_CALL, JSON_UTF_8],
    ['application/xml', XML_CALL, XML],
  ])(
    'RFC 9110 §15.5.7: asked in %s, what nobody has is 406, before anything is done',
    async (contentType, body, no) => {
      const { said, text } = await post(body, { 'content-type': contentType, accept: 'text/csv, image/*' });
      expect(said).toEqual([406, no]);
      expect(text).toContain('Answers are application/json');
      expect(text).not.toContain(orderId);
    },
  );

  it('RFC 9110 §15.5.7: XML has no ids, so a batch is answered as JSON, or is 406 where nothing but XML will do', async () => {
    const batch = `[${JSON_CALL}]`;
    const either = await post(batch, { 'content-type': 'application/json', accept: 'application/xml, */*;q=0.1' });
    expect(either.said).toEqual([200, JSON_UTF_8]);
    const neither = await post(batch, { 'content-type': 'application/json', accept: 'application/xml' });
    expect(neither.said).toEqual([406, JSON_UTF_8]);
  });

  it('a document is always answered, since there is no way to write a notification', async () => {
    expect((await postXml(XML_CALL, { accept: 'application/json' })).said).toEqual([200, JSON_UTF_8]);
  });
});

describe('a hostile document', () => {
  let canary: Server;
  let fetched: (string | undefined)[];
  let bait: string;

  beforeAll(async () => {
    fetched = [];
    canary = createServer((request, response) => {
      fetched.push(request.url);
      response.end('<!ENTITY stolen "stolen">');
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    bait = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  });
  afterAll(() => canary.close());

  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const manyElements = (): string => Array.from({ length: 100_000 }, (_, i) => `<a${i}/>`).join('');
  const asking = (value: string): string => `<getOrder><orderId>${value}</orderId></getOrder>`;

  it.each<[string, () => BodyInit]>([
    ['XML 1.0 §4.2.2: an external entity', () => `<!DOCTYPE x [<!ENTITY e SYSTEM "${bait}/entity">]>${asking('&e;')}`],
    ['XML 1.0 §4.2.2: a file', () => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${asking('&e;')}`],
    ['XML 1.0 §4.2.2: a PUBLIC one', () => `<!DOCTYPE x [<!ENTITY e PUBLIC "-" "${bait}/public">]>${asking('&e;')}`],
    [
      'XML 1.0 §4.1: a parameter entity',
      () => `<!DOCTYPE x [<!ENTITY % p SYSTEM "${bait}/p"> %p;]>${asking('&stolen;')}`,
    ],
    ['XML 1.0 §2.8: an external DTD', () => `<!DOCTYPE getOrder SYSTEM "${bait}/dtd">${asking(orderId)}`],
    ['XML 1.0 §2.8: a DTD in any letters', () => `<!dOcTyPe getOrder>${asking(orderId)}`],
    ['XML 1.0 §4.4: entities of entities', () => `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>${asking('&l9;')}`],
    [
      'XML 1.0 §4.4: one long entity, often',
      () => `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(9999)}">]>${asking('&a;'.repeat(999))}`,
    ],
    ['XML 1.0 §4.1: an entity that nobody declared', () => asking('&nbsp;')],
    ['XML 1.0 §2.2: NUL as it is', () => asking(`${orderId}\u0000`)],
    ['XML 1.0 §4.1: NUL by reference', () => asking('&#0;')],
    ['XML 1.0 §2.2: another control character', () => asking('\u0008')],
    ['XML 1.0 §2.1: elements that are not closed', () => '<getOrder>'.repeat(1000)],
    ['XML 1.0 §2.1: a hundred thousand elements in each other', () => '<a>'.repeat(100_000) + '</a>'.repeat(100_000)],
    ['XML 1.0 §2.1: two documents', () => XML_CALL + XML_CALL],
    ['XML 1.0 §2.1: text alone', () => 'getOrder'],
    ['an operation with text where its elements should be', () => '<getOrder>now</getOrder>'],
    ['an element named like a prototype', () => '<getOrder><__proto__><x>1</x></__proto__></getOrder>'],
    ['XML 1.0 §2.4: ]]> in a text', () => asking(`${orderId}]]>`)],
    ['XML 1.0 §2.4: ]]> after the last element', () => `${XML_CALL}]]>`],
    ['XML 1.0 §2.5: -- in a comment', () => `<!-- a -- b -->${XML_CALL}`],
    ['XML 1.0 §2.5: a comment that does not end', () => `${XML_CALL}<!-- a`],
    ['XML 1.0 §2.6: a processing instruction that is called xml', () => `<getOrder><?XML x?></getOrder>`],
    ['XML 1.0 §2.8: a declaration after a blank', () => ` <?xml version="1.0"?>${XML_CALL}`],
    ['XML 1.0 §2.8: a declaration without a version', () => `<?xml encoding="UTF-8"?>${XML_CALL}`],
    ['XML 1.0 §2.8: a version that is not 1', () => `<?xml version="2.0"?>${XML_CALL}`],
    ['XML 1.0 §3.1: < in an attribute', () => XML_CALL.replace('>', ' a="<">')],
    ['XML 1.0 §3.1: an attribute without quotes', () => XML_CALL.replace('>', ' a=1>')],
    ['XML 1.0 §3.1: an attribute twice', () => XML_CALL.replace('>', ' a="1" a="2">')],
    ['XML 1.0 §4.1: an entity in an attribute', () => XML_CALL.replace('>', ' a="&nobody;">')],
    ['elements more than 32 deep', () => '<a>'.repeat(33) + '</a>'.repeat(33)],
    ['more than 20,000 elements', () => `<getOrder>${'<a/>'.repeat(20_000)}</getOrder>`],
    ['a megabyte of elements of different names', () => `<getOrder>${manyElements()}</getOrder>`],
    ['an element named as every object has it', () => '<getOrder><toString/></getOrder>'],
    [
      'RFC 7303 §3.1: an encoding that is not what was read',
      () => `<?xml version="1.0" encoding="ISO-8859-1"?>${XML_CALL}`,
    ],
    ['RFC 7303 §3.2: UTF-16', () => Buffer.from(`\ufeff${XML_CALL}`, 'utf16le')],
    ['bytes that are no UTF-8', () => Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e])],
  ])('%s is refused as unreadable, and nothing is read or fetched for it', async (_what, body) => {
    const { said, text } = await postXml(body());
    expect(said).toEqual([200, XML]);
    expect(text).toMatch(/^<fault><code>unreadable<\/code><message>[^<]{10,400}<\/message><\/fault>$/);
    expect(text).not.toContain('root:');
    // In words of ours, for whoever sent it.
    expect(text).not.toContain('SECURITY');
    expect(fetched).toEqual([]);
  });

  it.each([
    ['XML 1.0 §2.5 and §2.6: comments and instructions', `<?a b?><!-- - -->${XML_CALL}<!----><?a?>`],
    ['XML 1.0 §2.7: what would be markup, in CDATA', XML_CALL.replace(orderId, `<![CDATA[${orderId}]]>`)],
    ['XML 1.0 §2.8: a declaration in full', `<?xml version='1.0' encoding="UTF-8" standalone = 'yes' ?>\n${XML_CALL}`],
    ['XML 1.0 §2.8: any version that begins with 1', `<?xml version="1.1"?>${XML_CALL}`],
    ['XML 1.0 §3.1: attributes, also with > and references', XML_CALL.replace('>', ` a="1" b = '>&lt;&#65;"' >`)],
    ['elements 32 deep', XML_CALL.replace('<orderId>', `${'<a>'.repeat(31)}${'</a>'.repeat(31)}<orderId>`)],
    ['a blank around a text, which is none of it', XML_CALL.replace(orderId, `\n  ${orderId}\t`)],
  ])('%s: taken', async (_what, body) => {
    const { said, text } = await postXml(body);
    expect(said).toEqual([200, XML]);
    expect(text).toContain(`<getOrderResult><id>${orderId}</id>`);
  });

  it.each([
    ['XInclude', `<getOrder><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="BAIT/xi"/></getOrder>`],
    ['a stylesheet', `<?xml-stylesheet href="BAIT/style.xsl" type="text/xsl"?><getOrder/>`],
    ['a schema', `<getOrder xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="a BAIT/a.xsd"/>`],
  ])('%s is nothing to us, and not fetched', async (_what, body) => {
    const { said, text } = await postXml(body.replace('BAIT', bait));
    expect(said).toEqual([200, XML]);
    // The order's id is missing, and nothing else was asked for.
    expect(text).toContain('<code>invalid-input</code>');
    expect(fetched).toEqual([]);
  });

  it('a document may name its encoding, if it is the one that it has', async () => {
    for (const encoding of ['UTF-8', 'utf-8', 'US-ASCII']) {
      const { text } = await postXml(`<?xml version="1.0" encoding="${encoding}"?>${XML_CALL}`);
      expect(text).toContain('<getOrderResult>');
    }
  });
});

describe('rpc.discover', () => {
  it('is JSON-RPC’s own, and so is what it answers: not offered in XML, whichever way', async () => {
    const asked = await postXml('<rpc.discover/>');
    const called = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'rpc.discover' });
    const accepted = await post(called, { 'content-type': 'application/json', accept: 'application/xml' });
    for (const { said, text } of [asked, accepted]) {
      expect(said).toEqual([200, XML]);
      expect(text).toContain('<code>operation-unknown</code>');
    }
  });
});
