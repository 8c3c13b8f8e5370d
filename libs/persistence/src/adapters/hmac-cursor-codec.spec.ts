import { expect, it } from 'vitest';
import { HmacCursorCodec } from './hmac-cursor-codec.ts';

const codec = new HmacCursorCodec('a secret of the tests');
const POSITION = ['2026-11-01T12:00:00.000Z', '01900000-0000-7000-8000-00000000e001'];

it('opens what it sealed, names with umlauts included', () => {
  expect(codec.open(codec.seal(POSITION, 'orders of ann'), 'orders of ann')).toEqual(POSITION);
  expect(codec.open(codec.seal(['Trattoria Però 🍝', 'id'], ''), '')).toEqual(['Trattoria Però 🍝', 'id']);
});

it('refuses a cursor of another scope and of another secret', () => {
  const cursor = codec.seal(POSITION, 'orders of ann');
  expect(codec.open(cursor, 'orders of bob')).toBeUndefined();
  expect(new HmacCursorCodec('another secret of the tests').open(cursor, 'orders of ann')).toBeUndefined();
});

it('refuses a cursor with any one character changed, added or taken away', () => {
  const cursor = codec.seal(POSITION, 's');
  for (let at = 0; at < cursor.length; at++) {
    const other = cursor[at] === 'A' ? 'B' : 'A';
    expect(codec.open(cursor.slice(0, at) + other + cursor.slice(at + 1), 's')).toBeUndefined();
  }
  for (const forged of ['', 'A', 'not a cursor', `${cursor}=`, `${cursor}A`, cursor.slice(1), cursor.slice(0, -1)]) {
    expect(codec.open(forged, 's')).toBeUndefined();
  }
});

it('does not let a piece of the scope pass for the position', () => {
  const [first, second] = [codec.seal(['b'], 'a'), codec.seal(['b'], 'a[')];
  expect(first).not.toBe(second);
});

it('refuses to work with a secret that could be guessed', () => {
  expect(() => new HmacCursorCodec('short')).toThrow('at least 16 characters');
});
