import { InvalidInput } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import { describe, expect, it } from 'vitest';
import { patched } from './merge-patch.ts';
import { KEPT } from './patchable.ts';

const ids = {
  restaurantId: '01900000-0000-7000-8000-00000000b001',
  menuItemId: '01900000-0000-7000-8000-00000000f001',
};
const dish = { name: 'Tonnarelli', description: 'Cheese and pepper', price: { amount: 1290, currency: 'EUR' } };
const members = { name: KEPT, description: '', price: KEPT, available: KEPT, tags: [] };

function patch(said: unknown, current: () => Promise<object> = () => Promise.reject(new Error('was looked at'))) {
  const parse = (given: unknown) => parseInput.updateMenuItem({ ...(given as object), ...ids });
  return patched(parse, said, { members, current });
}

describe('a merge patch', () => {
  it('changes the members that it has, and looks at nothing else', async () => {
    expect(await patch({ available: false })).toEqual({ ...ids, available: false });
    const price = { amount: 990, currency: 'EUR' };
    expect(await patch({ price })).toEqual({ ...ids, price });
  });

  it('takes a member away with null, or says that it stays', async () => {
    expect(await patch({ description: null, tags: null })).toEqual({ ...ids, description: '', tags: [] });
    const input = await patch({ name: null, available: true });
    expect(input).toEqual(
      new InvalidInput({ ...ids, available: true }, [{ path: '/name', message: 'cannot be taken away' }]),
    );
  });

  it('merges what is nested with what is there', async () => {
    const input = await patch({ price: { amount: 990 } }, () => Promise.resolve(dish));
    expect(input).toEqual({ ...ids, price: { amount: 990, currency: 'EUR' } });
  });

  it('takes nested members away too', async () => {
    const input = await patch({ price: { amount: 990, currency: null } }, () => Promise.resolve(dish));
    expect((input as InvalidInput<object>).errors).toEqual([{ path: '/price/currency', message: 'is needed' }]);
  });

  it('leaves it to the operation to refuse what is not there', async () => {
    const missing = (): Promise<object> => Promise.reject(new Refusal('menu-item-not-found', { id: ids.menuItemId }));
    const input = await patch({ price: { amount: 990 }, available: true }, missing);
    expect((input as InvalidInput<object>).partial).toEqual({ ...ids, available: true });
  });

  it('hands on what would pollute, for the parser to refuse', async () => {
    const said: unknown = JSON.parse(
      '{"__proto__":{"available":true},"price":{"amount":1,"__proto__":{"currency":"EUR"}}}',
    );
    const input = await patch(said, () => Promise.resolve({}));
    const paths = (input as InvalidInput<object>).errors.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/__proto__', '/price/__proto__', '/price/currency']));
  });
});
