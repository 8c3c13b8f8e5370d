import { NotOfferedError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { cancelAllowed, cancelRefused } from './cancel-order.ts';

const task = { orderId: 'o' };
const orderThat = (state: string, ...availableActions: string[]) => ({
  OrderToCancel: { order: { state, version: 3, availableActions } },
});

describe('cancelling in GraphQL', () => {
  it('cancels the version that the order showed, when the order says that it can be cancelled', async () => {
    const { exchanges, view } = await ran(cancelAllowed.granular, task, {
      ...orderThat('APPROVED', 'REVISE_ORDER', 'CANCEL_ORDER'),
      CancelOfScreen: { cancelOrder: { order: { state: 'CANCELLED' }, userErrors: [] } },
    });
    expect(exchanges.map(({ operation, dependsOn, variables }) => [operation, dependsOn, variables])).toEqual([
      ['OrderToCancel', [], { id: 'o' }],
      ['CancelOfScreen', [1], { input: { orderId: 'o', expectedVersion: 3 } }],
    ]);
    expect(view).toEqual({ before: 'APPROVED', after: 'CANCELLED' });
  });

  it('sends nothing more when the order does not say so', async () => {
    const { exchanges, view } = await ran(cancelRefused.granular, task, orderThat('DELIVERED'));
    expect(exchanges.map(({ operation }) => operation)).toEqual(['OrderToCancel']);
    expect(view).toEqual({ state: 'DELIVERED', cancelled: false, learned: 'told in advance' });
  });

  it('takes it for a mistake when what is offered is not what the scenario is about', async () => {
    await expect(ran(cancelAllowed.granular, task, orderThat('DELIVERED'))).rejects.toBeInstanceOf(NotOfferedError);
    const offered = orderThat('APPROVED', 'CANCEL_ORDER');
    await expect(ran(cancelRefused.granular, task, offered)).rejects.toThrow('an order that is APPROVED');
  });
});
