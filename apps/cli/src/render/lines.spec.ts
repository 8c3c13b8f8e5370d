import { describe, expect, it } from 'vitest';
import { indented, printable, shortened, wrap } from './lines.ts';

describe('lines of words', () => {
  it('break between words, and go on further in', () => {
    expect(wrap('one two three four', 9)).toBe('one two\nthree\nfour');
    expect(wrap('one two three four', 9, '  ')).toBe('one two\n  three\n  four');
    expect(indented('one two three', 9, 2, 1)).toBe('  one two\n   three');
  });

  it('break what is longer than a line', () => {
    expect(wrap('/orders/0123456789', 8)).toBe('/orders/\n01234567\n89');
  });

  it('are one line, and steer no terminal', () => {
    expect(printable('a\nb\u001b[2J\u202ec\td')).toBe('a b [2J c d');
  });
});

describe('what is too long', () => {
  it('keeps both ends, and whole words', () => {
    const text = `SELECT ${'one two three '.repeat(10)}FROM orders WHERE id = $1`;
    const short = shortened(text, 50);
    expect(short.length).toBeLessThanOrEqual(50);
    expect(short).toBe('SELECT one two … three FROM orders WHERE id = $1');
  });

  it('is left alone where it is not', () => {
    expect(shortened('SELECT 1', 8)).toBe('SELECT 1');
  });
});
