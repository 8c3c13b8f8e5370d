import { describe, expect, it } from 'vitest';
import { answers } from './answers.ts';

describe('what a leaf of a GraphQL answer is for', () => {
  it.each([
    ['data/order/state', 'data'],
    ['data/order/lineItems/0/quantity', 'data'],
    ['data/order/id', 'data'],
    ['data/order/availableActions/0', 'control'],
    ['data/tickets/nodes/0/availableActions', 'control'],
    ['data/orders/pageInfo/hasNextPage', 'envelope'],
    ['data/orders/edges/0/cursor', 'envelope'],
    ['data/node/__typename', 'envelope'],
    ['data', 'envelope'],
    ['extensions/tracing', 'envelope'],
  ])('%s is %s', (path, kind) => {
    expect(answers.kindOf(path.split('/'))).toBe(kind);
  });

  it('takes an empty list of refusals for envelope, and what a refusal says for data', () => {
    expect(answers.kindOf(['data', 'cancelOrder', 'userErrors'])).toBe('envelope');
    expect(answers.kindOf(['data', 'acceptTickets', 'acceptances', '0', 'userError'])).toBe('envelope');
    expect(answers.kindOf(['data', 'cancelOrder', 'userErrors', '0', 'code'])).toBe('data');
    expect(answers.kindOf(['errors', '0', 'message'])).toBe('data');
  });
});

describe('what a GraphQL answer says that may be done next', () => {
  it('is every list of available actions in it, as spelled', () => {
    const body = {
      data: {
        order: { availableActions: ['CANCEL_ORDER', 'REVISE_ORDER'] },
        tickets: { nodes: [{ availableActions: ['ACCEPT_TICKET'] }, { availableActions: [] }] },
      },
    };
    expect(answers.actionsIn(body)).toEqual([
      { name: 'CANCEL_ORDER', source: 'availableActions' },
      { name: 'REVISE_ORDER', source: 'availableActions' },
      { name: 'ACCEPT_TICKET', source: 'availableActions' },
    ]);
  });

  it.each([[{ data: { order: { state: 'APPROVED' } } }], [null], ['text']])('is nothing in %j', (body) => {
    expect(answers.actionsIn(body)).toEqual([]);
  });
});
