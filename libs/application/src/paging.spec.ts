import { isRefusal, type Actor } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from './demo.ts';
import { canonicalJson, mapPage, pageOf, type PageInput, type Position, type Slice } from './paging.ts';

/** Neither opaque nor signed, but bound to the scope: what `pageOf` itself is responsible for. */
const codec = {
  seal: (position: Position, scope: string) => JSON.stringify([position, scope]),
  open: (cursor: string, scope: string) => {
    const [position, sealedFor] = JSON.parse(cursor) as [Position, string];
    return sealedFor === scope ? position : undefined;
  },
};

const slice: Slice<string> = { items: ['b', 'c'], positions: [['b'], ['c']], hasNext: true, hasPrevious: false };
const list = { operation: 'listLetters', filter: { open: true } };

const page = (actor: Actor, input: PageInput, of = list) =>
  pageOf(codec, actor, of, input, () => Promise.resolve(slice));

async function pathsRefused(asked: Promise<unknown>): Promise<string[]> {
  const error: unknown = await asked.catch((caught: unknown) => caught);
  if (!isRefusal(error, 'invalid-input')) throw new Error('was not refused');
  return error.details.errors.map(({ path }) => path);
}

describe('a page', () => {
  it('names what follows only when something follows', async () => {
    const { next, previous, cursors } = await page(PERSONAS.ann, {});
    expect(next).toBe(cursors[1]);
    expect(previous).toBeUndefined();
  });

  it('signs the cursors of its items when they are looked at, and once', async () => {
    const sealed: Position[] = [];
    const counting = { ...codec, seal: (position: Position) => `${sealed.push(position)}` };
    const fetched = await pageOf(counting, PERSONAS.ann, list, {}, () => Promise.resolve({ ...slice, hasNext: false }));
    const mapped = mapPage(fetched, (letter) => letter.toUpperCase());
    expect(mapped.items).toEqual(['B', 'C']);
    expect(sealed).toEqual([]);
    expect(mapped.cursors).toEqual(['1', '2']);
    expect(mapped.cursors).toBe(fetched.cursors);
    expect(sealed).toEqual([['b'], ['c']]);
  });

  it('refuses a cursor of another actor, of another filter, and both directions at once', async () => {
    const { next } = await page(PERSONAS.ann, {});
    expect(await pathsRefused(page(PERSONAS.bob, { after: next }))).toEqual(['/after']);
    expect(await pathsRefused(page(PERSONAS.ann, { after: next }, { ...list, filter: { open: false } }))).toEqual([
      '/after',
    ]);
    expect(await pathsRefused(page(PERSONAS.ann, { after: next, before: next }))).toEqual(['/before']);
  });

  it('has 1 to 100 items', async () => {
    for (const limit of [0, 101, 1.5, Number.NaN]) {
      expect(await pathsRefused(page(PERSONAS.ann, { limit }))).toEqual(['/limit']);
    }
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of members, nor on members that are undefined', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [2] } })).toBe(canonicalJson({ a: { c: [2] }, b: 1 }));
  });
});
