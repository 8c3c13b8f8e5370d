import { isRefusal } from '@rungs/domain';
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

  it('escapes markup, and replaces what XML cannot hold', () => {
    expect(writeFault('forbidden', 'a < b & "c" \u0001')).toBe(
      '<fault><code>forbidden</code><message>a &lt; b &amp; &quot;c&quot; \ufffd</message></fault>',
    );
  });
});
