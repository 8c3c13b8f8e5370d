import { describe, expect, it } from 'vitest';
import type { LeafKind } from '@rungs/scenarios';
import { bodyTree, countsIn, filtered, type BodyNode } from './body-tree.ts';

const ANSWERS = {
  kindOf: (path: readonly string[]): LeafKind =>
    path.includes('_links') ? 'control' : path[0] === 'page' ? 'envelope' : 'data',
};

function tree(body: unknown, usedPaths: readonly string[] = []): BodyNode {
  const root = bodyTree(JSON.stringify(body), usedPaths, ANSWERS);
  if (!root) throw new Error('No JSON.');
  return root;
}

describe('the tree of an answer', () => {
  const body = {
    state: 'OPEN',
    'a/b~c': 1,
    items: [{ name: 'one' }, { name: 'two' }],
    none: [],
    page: { next: null },
    _links: { self: { href: '/x' } },
  };

  it('marks each leaf with what it is for', () => {
    expect(countsIn(tree(body))).toEqual({ leaves: 7, read: 0, data: 5, control: 1, envelope: 1 });
  });

  it('marks as read what the pointers name, those of odd names and of lists among them', () => {
    expect(countsIn(tree(body, ['/a~1b~0c', '/items/1/name', '/_links/self/href'])).read).toBe(3);
  });

  it('does not take an empty list for a branch: it is a leaf that can be read', () => {
    expect(countsIn(tree(body, ['/none'])).read).toBe(1);
  });

  it('does not take a pointer to a branch for one to its leaves', () => {
    expect(countsIn(tree(body, ['/items/0', '/items'])).read).toBe(0);
  });

  it('knows a body that is a single value', () => {
    expect(tree('text', [''])).toEqual({ kind: 'leaf', value: 'text', leaf: 'data', isRead: true });
  });

  it('is none of a body that is no JSON', () => {
    expect(bodyTree('<p>', [], ANSWERS)).toBeUndefined();
  });

  it('keeps only what was read, whatever it is for, and no branch without it', () => {
    const kept = filtered(tree(body, ['/items/1/name', '/_links/self/href']), 'read');
    expect(kept && countsIn(kept)).toEqual({ leaves: 2, read: 2, data: 1, control: 1, envelope: 0 });
    expect(kept?.kind === 'object' && kept.members.map(({ name }) => name)).toEqual(['items', '_links']);
  });

  it('keeps of what nobody read the data alone', () => {
    const kept = filtered(tree(body, ['/state']), 'unread');
    expect(kept && countsIn(kept)).toEqual({ leaves: 4, read: 0, data: 4, control: 0, envelope: 0 });
  });

  it('keeps nothing where there is nothing of the kind', () => {
    expect(filtered(tree({ state: 'OPEN' }), 'read')).toBeUndefined();
    expect(filtered(tree({ state: 'OPEN' }, ['/state']), 'unread')).toBeUndefined();
  });
});
