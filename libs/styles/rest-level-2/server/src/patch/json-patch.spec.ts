import { InvalidInput, type Unchecked } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import { describe, expect, it } from 'vitest';
import { conflictIn, jsonPatched } from './json-patch.ts';
import { KEPT } from './patchable.ts';

const ids = {
  restaurantId: '01900000-0000-7000-8000-00000000b001',
  menuItemId: '01900000-0000-7000-8000-00000000f001',
};
const dish = {
  id: ids.menuItemId,
  version: 3,
  name: 'Tonnarelli',
  description: 'Cheese and pepper',
  price: { amount: 1290, currency: 'EUR' },
  available: true,
  tags: ['pasta', 'hot', 'new'],
};
const members = { name: KEPT, description: '', price: KEPT, available: KEPT, tags: [] };

type Input = Unchecked<Record<string, unknown>>;

function patch(operations: unknown, current: () => Promise<object> = () => Promise.resolve(dish)): Promise<Input> {
  const parse = (given: unknown) => parseInput.updateMenuItem({ ...(given as object), ...ids }) as Input;
  return jsonPatched(parse, operations, { members, current });
}

async function errorsOf(operations: unknown): Promise<readonly { path: string; message: string }[]> {
  const input = await patch(operations);
  return input instanceof InvalidInput ? input.errors : [];
}

describe('a JSON Patch (RFC 6902)', () => {
  it.each<[string, object[], object]>([
    ['§4.1 add replaces a member that is there', [{ op: 'add', path: '/name', value: 'Gricia' }], { name: 'Gricia' }],
    [
      '§4.1 add inserts before an index',
      [{ op: 'add', path: '/tags/1', value: 'x' }],
      { tags: ['pasta', 'x', 'hot', 'new'] },
    ],
    ['§4.1 add appends at -', [{ op: 'add', path: '/tags/-', value: 'x' }], { tags: ['pasta', 'hot', 'new', 'x'] }],
    ['§4.1 add appends at the length', [{ op: 'add', path: '/tags/3', value: 'x' }], { tags: [...dish.tags, 'x'] }],
    ['§4.1 add of the whole', [{ op: 'add', path: '', value: { ...dish, name: 'Gricia' } }], { name: 'Gricia' }],
    ['§4.2 remove takes a member away', [{ op: 'remove', path: '/description' }], { description: '' }],
    ['§4.2 remove closes the gap', [{ op: 'remove', path: '/tags/0' }], { tags: ['hot', 'new'] }],
    [
      '§4.3 replace of a part',
      [{ op: 'replace', path: '/price/amount', value: 990 }],
      { price: { amount: 990, currency: 'EUR' } },
    ],
    ['§4.4 move within a list', [{ op: 'move', from: '/tags/0', path: '/tags/2' }], { tags: ['hot', 'new', 'pasta'] }],
    ['§4.4 move onto itself', [{ op: 'move', from: '/tags', path: '/tags' }], {}],
    ['§4.5 copy', [{ op: 'copy', from: '/description', path: '/name' }], { name: 'Cheese and pepper' }],
    [
      '§4.6 test that holds, whatever the order of members',
      [
        { op: 'test', path: '/price', value: { currency: 'EUR', amount: 1290 } },
        { op: 'replace', path: '/available', value: false },
      ],
      { available: false },
    ],
    [
      '§5 operations see what those before them did',
      [
        { op: 'add', path: '/tags/-', value: 'x' },
        { op: 'test', path: '/tags/3', value: 'x' },
        { op: 'remove', path: '/tags/3' },
      ],
      {},
    ],
    [
      '§4 members that are not defined are ignored',
      [{ op: 'remove', path: '/description', value: 1, z: 2 }],
      { description: '' },
    ],
    ['nothing', [], {}],
  ])('%s', async (_clause, operations, changes) => {
    expect(await patch(operations)).toEqual({ ...ids, ...changes });
    // What was read stays as it was.
    expect(dish.tags).toEqual(['pasta', 'hot', 'new']);
  });

  it.each<[string, object]>([
    ['§4.2 remove of what is not there', { op: 'remove', path: '/photo' }],
    ['§4.3 replace of what is not there', { op: 'replace', path: '/tags/3', value: 'x' }],
    ['§4.3 replace at -', { op: 'replace', path: '/tags/-', value: 'x' }],
    ['§4.1 add into what is not there', { op: 'add', path: '/photo/contentType', value: 'image/png' }],
    ['§4.1 add beyond the end', { op: 'add', path: '/tags/4', value: 'x' }],
    ['§4.1 add into a text', { op: 'add', path: '/name/0', value: 'x' }],
    ['§4.4 move of what is not there', { op: 'move', from: '/photo', path: '/name' }],
    ['§4.4 move beyond the end, as it is without what moves', { op: 'move', from: '/tags/0', path: '/tags/3' }],
    ['§4.5 copy of what is not there', { op: 'copy', from: '/tags/9', path: '/name' }],
    ['§4.6 test that fails', { op: 'test', path: '/name', value: 'Gricia' }],
    ['§4.6 test of another type', { op: 'test', path: '/price/amount', value: '1290' }],
    ['§4.6 test of what is not there', { op: 'test', path: '/photo', value: null }],
    ['RFC 6901 §4: an index with a leading zero', { op: 'remove', path: '/tags/00' }],
    ['a member of every object', { op: 'test', path: '/toString', value: null }],
    ['a list’s length', { op: 'replace', path: '/tags/length', value: 0 }],
  ])('does not fit: %s', async (_clause, operation) => {
    const errors = await errorsOf([{ op: 'add', path: '/description', value: 'x' }, operation]);
    expect(errors).toEqual([{ path: '/1', message: 'does not fit what there is now' }]);
    expect(conflictIn(new Refusal('invalid-input', { errors }))).toMatchObject({ httpStatus: 409 });
  });

  it.each<[string, unknown]>([
    ['no list', { op: 'remove', path: '/name' }],
    ['no operation', ['remove']],
    ['§4 no such op', [{ op: 'erase', path: '/name' }]],
    ['§4 op of every object', [{ op: 'constructor', path: '/name' }]],
    ['§4 no path', [{ op: 'remove' }]],
    ['RFC 6901 §3: no pointer', [{ op: 'remove', path: 'name' }]],
    ['RFC 6901 §3: a bad escape', [{ op: 'remove', path: '/na~2me' }]],
    ['§4.1 no value', [{ op: 'add', path: '/name' }]],
    ['§4.6 no value', [{ op: 'test', path: '/name' }]],
    ['§4.4 no from', [{ op: 'move', path: '/name' }]],
    ['§4.4 into itself', [{ op: 'move', from: '/price', path: '/price/amount' }]],
    ['too many', Array.from({ length: 101 }, () => ({ op: 'test', path: '/version', value: 3 }))],
  ])('is unreadable, and says where: %s', async (_clause, operations) => {
    await expect(patch(operations)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('changes nothing that is not the client’s to change', async () => {
    const operations = [
      { op: 'replace', path: '/version', value: 9 },
      { op: 'remove', path: '/id' },
      { op: 'remove', path: '/name' },
      { op: 'add', path: '/state', value: 'x' },
    ];
    const paths = (await errorsOf(operations)).map(({ path, message }) => `${path} ${message}`);
    expect(paths.toSorted()).toEqual([
      '/id is not yours to set',
      '/name cannot be taken away',
      '/state is not yours to set',
      '/version is not yours to set',
    ]);
  });

  it.each([
    [{ op: 'add', path: '/__proto__/polluted', value: 1 }, '/0/path'],
    [{ op: 'copy', from: '/constructor/prototype', path: '/name' }, '/0/from'],
    [JSON.parse('{"op":"add","path":"/price","value":{"a/b":{"__proto__":{"amount":1}}}}'), '/0/value/a~1b/__proto__'],
  ])('pollutes no prototype: %j', async (operation, path) => {
    expect(await errorsOf([operation])).toEqual([{ path, message: 'is not yours to set' }]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('does not grow without bounds', async () => {
    const doubling = Array.from({ length: 60 }, (_, at) => ({ op: 'copy', from: '', path: `/x${at}` }));
    const errors = await errorsOf(doubling);
    expect(errors).toEqual([{ path: expect.stringMatching(/^\/\d+$/) as string, message: 'makes too much of it' }]);
  });

  it('leaves it to the operation to refuse what is not there', async () => {
    const missing = (): Promise<object> => Promise.reject(new Refusal('menu-item-not-found', { id: ids.menuItemId }));
    const input = await patch([{ op: 'replace', path: '/name', value: 'x' }], missing);
    expect((input as InvalidInput<object>).partial).toEqual(ids);
  });
});
