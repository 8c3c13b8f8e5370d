import { SCENARIOS, STYLE_IDS } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { addressOf, compareAddress, lookAt, readAddress, type Look } from './compare-address.ts';

const LOOK: Look = {
  scenario: 'order-history',
  persona: SCENARIOS['order-history'].personas[0],
  choice: { client: 'granular', server: 'per-row', visit: 'second' },
  baseline: 'rest-level-2',
  picked: { style: 'graphql', n: 12 },
};

describe('a link to the compare page', () => {
  it('restores everything that was looked at', () => {
    const query = String(new URLSearchParams(Object.entries(addressOf(LOOK))));
    const pasted = compareAddress(Object.fromEntries(new URLSearchParams(query)));
    expect(readAddress(pasted)).toEqual({ look: LOOK, broken: [] });
  });

  it('shows order details when it asks for nothing', () => {
    const { look, broken } = readAddress(compareAddress({}));
    expect(broken).toEqual([]);
    expect(look).toMatchObject({
      scenario: 'order-details',
      persona: 'ann',
      choice: { client: 'composed', server: 'batched', visit: 'first' },
    });
  });

  it.each([
    ['scenario', 'order-detail', 'Order details is shown instead'],
    ['as', 'mallory', 'it is asked for as ann instead'],
    ['network', '5g', 'localhost is shown instead'],
    ['visit', 'third', 'first is shown instead'],
    ['client', 'clever', 'composed is shown instead'],
    ['server', 'cached', 'batched is shown instead'],
    ['baseline', 'soap', 'none is set'],
    ['exchange', 'soap.1', 'another is shown instead'],
    ['exchange', 'graphql.0', 'another is shown instead'],
    ['exchange', 'graphql', 'another is shown instead'],
  ])('that asks for %s=%s says that there is none and goes on', (name, value, shown) => {
    const { look, broken } = readAddress(compareAddress({ ...addressOf(LOOK), [name]: value }));
    expect(broken).toEqual([expect.stringContaining(value)]);
    expect(broken[0]).toContain(shown);
    const { look: without } = readAddress(compareAddress({ ...addressOf(LOOK), [name]: undefined }));
    expect(look).toEqual(without);
  });

  it('says everything that is wrong with it', () => {
    const { broken } = readAddress({ scenario: 'x'.repeat(500), client: 'y', server: 'z' });
    expect(broken).toHaveLength(3);
    expect(broken[0]).toContain(`${'x'.repeat(40)}…`);
    expect(broken[0]?.length).toBeLessThan(150);
  });

  it('knows nothing but text under its own names', () => {
    expect(compareAddress({ scenario: 7, client: '', as: 'ann', other: 'x' })).toEqual({ as: 'ann' });
  });

  it('leads to another scenario as somebody who may do it', () => {
    const asAnn: Look = { ...LOOK, persona: 'ann' };
    for (const { id, personas } of Object.values(SCENARIOS)) {
      const look = lookAt(id, asAnn);
      expect(personas).toContain(look.persona);
      expect(look.picked).toBeUndefined();
      expect(readAddress(compareAddress(addressOf(look))).broken).toEqual([]);
    }
    expect(STYLE_IDS).toContain(lookAt('menu-twice', asAnn).baseline);
  });
});
