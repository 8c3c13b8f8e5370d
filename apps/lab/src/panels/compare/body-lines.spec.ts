import { describe, expect, it } from 'vitest';
import type { LeafKind } from '@rungs/scenarios';
import { bodyLines, type BodyLine } from './body-lines.ts';
import { bodyTree } from './body-tree.ts';

const ANSWERS = {
  kindOf: (path: readonly string[]): LeafKind =>
    path[0] === '_links' ? 'control' : path[0] === 'ok' ? 'envelope' : 'data',
};

function lines(body: unknown, usedPaths: readonly string[] = [], shown?: ReadonlyMap<string, number>) {
  const root = bodyTree(JSON.stringify(body), usedPaths, ANSWERS);
  if (!root) throw new Error('No JSON.');
  return bodyLines(root, shown);
}

function textOf(all: readonly BodyLine[]): string {
  return all
    .map(
      ({ indent, pieces, fold }) =>
        ' '.repeat(2 * indent) + pieces.map(({ text }) => text).join('') + (fold ? '…' : ''),
    )
    .join('\n');
}

const LONG = 'x'.repeat(60);

describe('the lines of an answer', () => {
  it('say the same as the body', () => {
    const body = { a: [1, 'two', null, [], {}], b: { c: LONG, d: [{ e: LONG }, { f: true }] } };
    expect(JSON.parse(textOf(lines(body)))).toEqual(body);
  });

  it('keep on one line what fits on it, and break what does not', () => {
    expect(textOf(lines({ short: { a: 1, b: [1, 2] }, long: LONG }))).toBe(
      ['{', '  "short": { "a": 1, "b": [1, 2] },', `  "long": "${LONG}"`, '}'].join('\n'),
    );
  });

  it('mark what was read, what nobody read, what leads on and what carries the rest', () => {
    const body = { state: 'OPEN', note: LONG, ok: true, _links: { self: '/a', next: '/b' } };
    const pieces = lines(body, ['/state', '/_links/next']).flatMap((line) => line.pieces);
    const markOf = (start: string) => pieces.find(({ text }) => text.startsWith(start))?.mark;
    expect([markOf('"state"'), markOf('"note"'), markOf('"ok"')]).toEqual(['read', 'unread', 'envelope']);
    expect([markOf('"self"'), markOf('"next"')]).toEqual(['control', 'control-read']);
  });

  it('mark a branch as read as soon as a leaf in it is, and not before', () => {
    const body = { one: { a: 1, b: LONG }, other: { c: 2, d: LONG } };
    const pieces = lines(body, ['/one/a']).flatMap((line) => line.pieces);
    expect(pieces.find(({ text }) => text.startsWith('"one"'))?.mark).toBe('read');
    expect(pieces.find(({ text }) => text.startsWith('"other"'))?.mark).toBe('unread');
  });

  it('fold the rest of a long list, and say how much of that was read', () => {
    const items = Array.from({ length: 9 }, (_, index) => ({ name: index, other: index }));
    const folded = lines({ items }, ['/items/0/name', '/items/7/name']);
    expect(folded.flatMap(({ fold }) => fold ?? [])).toEqual([
      { pointer: '/items', shown: 3, items: 6, leaves: 12, read: 1 },
    ]);
    expect(textOf(folded)).not.toContain('"name": 3');
  });

  it('unfold as far as was asked for', () => {
    const items = Array.from({ length: 9 }, (_, index) => ({ name: index }));
    expect(lines({ items }, [], new Map([['/items', 8]])).flatMap(({ fold }) => fold?.items ?? [])).toEqual([1]);
    const whole = lines({ items }, [], new Map([['/items', 58]]));
    expect(JSON.parse(textOf(whole))).toEqual({ items });
  });
});
