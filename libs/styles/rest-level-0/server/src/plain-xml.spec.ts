import { isRefusal, MAX_PHOTO_BYTES } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { readXml, writeFault, writeResult } from './plain-xml.ts';

function refusalOf(text: string): unknown {
  try {
    return readXml(text);
  } catch (error) {
    return isRefusal(error) ? error.code : error;
  }
}

describe('reading', () => {
  it('takes the operation from the root element and the members from its children', () => {
    expect(readXml('<?xml version="1.0"?>\n<getOrder>\n  <orderId>7</orderId>\n</getOrder>\n')).toEqual({
      operation: 'getOrder',
      members: { orderId: '7' },
    });
  });

  it('gives numbers and lists the types that the operation has for them', () => {
    const line = '<lines><menuItemId>a</menuItemId><quantity>2</quantity></lines>';
    const text = `<placeOrder><restaurantId>1</restaurantId>${line}<paymentToken>tok_visa</paymentToken></placeOrder>`;
    expect(readXml(text).members).toEqual({
      restaurantId: '1',
      lines: [{ menuItemId: 'a', quantity: 2 }],
      paymentToken: 'tok_visa',
    });
    expect(readXml(text.replace(line, line + line)).members).toMatchObject({
      lines: [{ quantity: 2 }, { quantity: 2 }],
    });
  });

  it('reads things within things, and lists within them', () => {
    const price = '<price><amount>900</amount><currency>EUR</currency></price>';
    const dish = (tags: string) =>
      `<items><name>Tiramisù</name><description/>${price}<available>true</available>${tags}</items>`;
    const said = { name: 'Tiramisù', description: '', price: { amount: 900, currency: 'EUR' }, available: true };
    const items = dish('<tags>sweet, cold</tags><tags>egg</tags>') + dish('<tags/>');
    expect(readXml(`<replaceMenu><restaurantId>1</restaurantId>${items}</replaceMenu>`).members).toEqual({
      restaurantId: '1',
      items: [
        { ...said, tags: ['sweet, cold', 'egg'] },
        { ...said, tags: [] },
      ],
    });
  });

  it('takes no notice of attributes and blanks around a text, and a prefix for a part of the name', () => {
    const text = '<x:getOrder xmlns:x="urn:x"><orderId lang="it"> 7\n</orderId></x:getOrder>';
    expect(readXml(text)).toEqual({ operation: 'x:getOrder', members: { orderId: '7' } });
  });

  it('takes an element that is there but empty for the empty list', () => {
    expect(readXml('<replaceMenu><items/></replaceMenu>').members).toEqual({ items: [] });
    expect(readXml('<updateConsumer><addresses></addresses></updateConsumer>').members).toEqual({ addresses: [] });
  });

  it('reads several tickets with the version and the instant of each', () => {
    const readyBy = '2026-11-22T18:30:00Z';
    const ticket = (id: number) =>
      `<tickets><orderId>${id}</orderId><expectedVersion>1</expectedVersion><readyBy>${readyBy}</readyBy></tickets>`;
    expect(readXml(`<acceptTickets>${ticket(1)}${ticket(2)}</acceptTickets>`).members).toEqual({
      tickets: ['1', '2'].map((orderId) => ({ orderId, expectedVersion: 1, readyBy })),
    });
  });

  it('hands on the lines of a CSV and the bytes of a photo as they are', () => {
    const csv = 'name,price\n"Fish & chips, ""large""",900\nTiramisù,600';
    expect(readXml(`<importMenu><csv>${csv.replace('&', '&amp;')}</csv></importMenu>`).members).toEqual({ csv });
    expect(readXml(`<importMenu><csv><![CDATA[${csv}]]></csv></importMenu>`).members).toEqual({ csv });
    const data = Buffer.alloc(MAX_PHOTO_BYTES, 'ÿþ+/').toString('base64');
    expect(readXml(`<setPhoto><data>${data}</data></setPhoto>`).members).toEqual({ data });
  });

  it.each(['<listOrders/>', '<listOrders></listOrders>', '<listOrders>\n</listOrders>'])(
    'takes %j as no members',
    (text) => {
      expect(readXml(text)).toEqual({ operation: 'listOrders', members: {} });
    },
  );

  it('knows the five entities, character references and CDATA', () => {
    const text = '<x><a>Fish &amp; &lt;chips&gt; &quot;&apos;</a><b>&#x20AC;&#65;</b><c><![CDATA[<&amp;>]]></c></x>';
    expect(readXml(text).members).toEqual({ a: `Fish & <chips> "'`, b: '€A', c: '<&amp;>' });
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'getOrder'],
    ['an element that is not closed', '<getOrder><orderId>1</getOrder>'],
    ['two roots', '<getOrder/><getBill/>'],
    ['two roots of one name', '<getOrder/><getOrder/>'],
    ['an entity that nobody declared', '<getOrder><orderId>&nbsp;</orderId></getOrder>'],
    ['an entity named like a prototype', '<getOrder><orderId>&constructor;</orderId></getOrder>'],
    ['a reference without its end', '<getOrder><orderId>a & b</orderId></getOrder>'],
    ['a character that XML has not', '<getOrder><orderId>&#0;</orderId></getOrder>'],
    ['half a surrogate pair', '<getOrder><orderId>&#xD800;</orderId></getOrder>'],
    ['an element named like a prototype', '<getOrder><__proto__>1</__proto__></getOrder>'],
    ['an element named constructor', '<getOrder><constructor>1</constructor></getOrder>'],
    ['elements nested too deep', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`],
  ])('refuses %s', (_what, text) => {
    expect(refusalOf(text)).toBe('unreadable');
  });

  it.each([
    [
      'an external entity',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><getOrder><orderId>&e;</orderId></getOrder>',
    ],
    [
      'an entity of its own',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><getOrder><orderId>&b;</orderId></getOrder>',
    ],
    ['an external DTD', '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><getOrder/>'],
    ['a DTD in small letters', '<!doctype x><getOrder/>'],
  ])('refuses %s', (_what, text) => {
    expect(refusalOf(text)).toBe('unreadable');
  });
});

describe('writing', () => {
  it('names the result after the operation, and repeats the element of a list', () => {
    const outcome = { id: 'a', lineItems: [{ quantity: 1 }, { quantity: 2 }], open: true };
    expect(writeResult('getOrder', outcome)).toBe(
      '<getOrderResult><id>a</id><lineItems><quantity>1</quantity></lineItems>' +
        '<lineItems><quantity>2</quantity></lineItems><open>true</open></getOrderResult>',
    );
  });

  it('says of a list that it is empty, by one empty element', () => {
    const outcome = { lines: [], items: [{ name: 'a', tags: [] }], page: {}, photo: undefined };
    expect(writeResult('getMenu', outcome)).toBe(
      '<getMenuResult><lines/><items><name>a</name><tags/></items><page/></getMenuResult>',
    );
    expect(writeResult('acceptTickets', [])).toBe('<acceptTicketsResult><items/></acceptTicketsResult>');
  });

  it('gives an outcome that is itself a list items, as a page has', () => {
    const outcome = [
      { orderId: '1', ticket: { state: 'ACCEPTED' } },
      { orderId: '2', refusal: { code: 'invalid-input', details: { errors: [{ path: '/readyBy' }] } } },
    ];
    expect(writeResult('acceptTickets', outcome)).toBe(
      '<acceptTicketsResult><items><orderId>1</orderId><ticket><state>ACCEPTED</state></ticket></items>' +
        '<items><orderId>2</orderId><refusal><code>invalid-input</code><details><errors><path>/readyBy</path></errors>' +
        '</details></refusal></items></acceptTicketsResult>',
    );
  });

  it('writes members so that reading gives them back, with their commas, ampersands, empty texts and lists', () => {
    const fish = { name: 'Fish & chips', description: '', tags: ['a, b', 'c'] };
    const menu = { restaurantId: '1', items: [fish, { name: 'Water', description: 'Still', tags: [] }] };
    const text = writeResult('replaceMenu', menu).replaceAll('replaceMenuResult', 'replaceMenu');
    expect(readXml(text)).toEqual({ operation: 'replaceMenu', members: menu });
  });

  it('XML 1.0 §2.11: keeps carriage returns, which as they are would be read as line feeds', () => {
    const members = { csv: 'name,price\r\nTiramisù,600\r' };
    const text = writeResult('importMenu', members);
    expect(text).toContain('<csv>name,price&#13;\nTiramisù,600&#13;</csv>');
    expect(readXml('<importMenu><csv>a\r\nb&#13;c</csv></importMenu>').members).toEqual({ csv: 'a\nb\rc' });
  });

  it('escapes markup, and replaces what XML cannot hold', () => {
    expect(writeFault('forbidden', 'a < b & "c" \u0001')).toBe(
      '<fault><code>forbidden</code><message>a &lt; b &amp; &quot;c&quot; \ufffd</message></fault>',
    );
  });
});
