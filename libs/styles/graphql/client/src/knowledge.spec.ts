import { describe, expect, it } from 'vitest';
import { knowledgeOf, namesIn } from './knowledge.ts';

describe('what a document shares with the schema', () => {
  it('is its fields, arguments, types and enum values', () => {
    const query =
      'query Mine($who: ID!, $page: Int) { orders(first: $page, filter: { consumerId: $who }) { nodes { state } } }';
    expect(namesIn(query)).toEqual(['orders', 'first', 'filter', 'consumerId', 'nodes', 'state']);
    const mutation = 'mutation Mine($input: CancelOrderInput!) { cancelOrder(input: $input) { order { state } } }';
    expect(namesIn(mutation)).toEqual(['CancelOrderInput', 'cancelOrder', 'input', 'order', 'state']);
    expect(namesIn('{ orders(sort: NEWEST_FIRST) { nodes { ... on Order { state } } } }')).toEqual([
      'orders',
      'sort',
      'NEWEST_FIRST',
      'nodes',
      'Order',
      'state',
    ]);
  });

  it('is neither an alias, a variable, a text nor the document’s own name', () => {
    expect(namesIn('query order { mine: order(id: "state of mine") { total } }')).toEqual(['order', 'id', 'total']);
  });

  it('is said once, with what is filled in beside it', () => {
    const documents = [{ text: '{ order { state } }' }, { text: '{ ticket { state } }' }];
    expect(knowledgeOf(documents, { filledIn: ['CANCEL_ORDER', 'state'], rules: ['A rule.'] })).toEqual({
      addresses: ['/graphql'],
      names: ['order', 'state', 'ticket', 'CANCEL_ORDER'],
      rules: ['A rule.'],
    });
  });
});
