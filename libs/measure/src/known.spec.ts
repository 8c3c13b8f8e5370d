import { expect, it } from 'vitest';
import { knowledgeOf } from './known.ts';

const KNOWS = { addresses: ['/orders/{orderId}'], names: ['getOrder', 'state'], rules: ['newest first'] };

it('counts the members that a program was seen to read to what it has to know, each name once, in whatever order answers came', () => {
  const exchanges = [
    { usedPaths: ['/result/state', '/result/lineItems/0/name', '/result/lineItems/1/name'] },
    { usedPaths: ['/_links/rungs:order~1bill/href', '/result/total/amount'] },
  ];
  expect(knowledgeOf(KNOWS, exchanges)).toEqual({
    ...KNOWS,
    names: [
      'getOrder',
      'state',
      '_links',
      'amount',
      'href',
      'lineItems',
      'name',
      'result',
      'rungs:order/bill',
      'total',
    ],
  });
});

it('is what is declared where nothing was read', () => {
  expect(knowledgeOf(KNOWS, [])).toEqual(KNOWS);
});
