import { RefusedError, UnexpectedAnswerError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { Refused, runAgainst, type Perform } from '../../spec/fake-server.ts';
import { cancelAllowedPrograms, cancelRefusedPrograms } from './cancel-order.ts';

const TASK = { orderId: 'o' };
const EXCHANGES = [
  { dependsOn: [], calls: [{ method: 'getOrder', params: { orderId: 'o' } }] },
  { dependsOn: [1], calls: [{ method: 'cancelOrder', params: { orderId: 'o', expectedVersion: 4 } }] },
];

const serverOf =
  (state: string, cancel: () => unknown): Perform =>
  (method) =>
    method === 'getOrder' ? { state, version: 4 } : cancel();
const refusing = (code: string) =>
  serverOf('DELIVERED', () => {
    throw new Refused(code);
  });
const cancelling = serverOf('APPROVED', () => ({ state: 'CANCELLED', version: 5 }));

describe('cancelling at level 0', () => {
  it('reads the order, and cancels with the version that was shown', async () => {
    const ran = await runAgainst(cancelling, cancelAllowedPrograms.granular, TASK);
    expect(ran.exchanges).toMatchObject(EXCHANGES);
    expect(ran.view).toEqual({ before: 'APPROVED', after: 'CANCELLED' });
    expect(cancelAllowedPrograms.granular).toMatchObject({ knows: { names: ran.names, rules: [] } });
  });

  it('learns that it is too late by trying', async () => {
    const ran = await runAgainst(refusing('order-not-cancellable'), cancelRefusedPrograms.granular, TASK);
    expect(ran.exchanges).toMatchObject(EXCHANGES);
    expect(ran.view).toEqual({ state: 'DELIVERED', cancelled: false, learned: 'refused when tried' });
    expect(cancelRefusedPrograms.granular).toMatchObject({ knows: { names: ran.names } });
  });

  it('takes no other refusal for that', async () => {
    const stale = runAgainst(refusing('stale-version'), cancelRefusedPrograms.granular, TASK);
    await expect(stale).rejects.toThrow(RefusedError);
  });

  it('does not report as refused what has been cancelled', async () => {
    const cancelled = runAgainst(cancelling, cancelRefusedPrograms.granular, TASK);
    await expect(cancelled).rejects.toThrow(UnexpectedAnswerError);
  });

  it('fails where cancelling should have been allowed and was not', async () => {
    const refused = runAgainst(refusing('order-not-cancellable'), cancelAllowedPrograms.granular, TASK);
    await expect(refused).rejects.toThrow(RefusedError);
  });

  it('is no batch and no operation of its own, and says why', () => {
    for (const programs of [cancelAllowedPrograms, cancelRefusedPrograms]) {
      expect(programs.composed).toEqual({ notApplicable: expect.stringContaining('its own answers') });
      expect(programs['purpose-built']).toEqual({ notApplicable: expect.stringContaining('a person decides') });
    }
  });
});
