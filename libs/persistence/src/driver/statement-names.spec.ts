import { expect, it } from 'vitest';
import { StatementNames } from './statement-names.ts';

it('names SQL from its second use on, the same text always the same', () => {
  const names = new StatementNames();
  expect(names.nameOf('SELECT $1')).toBeUndefined();
  const name = names.nameOf('SELECT $1');
  expect(name).toMatch(/^rungs_[0-9a-f]{16}$/);
  expect(names.nameOf('SELECT $1')).toBe(name);
  names.nameOf('SELECT $2');
  expect(names.nameOf('SELECT $2')).not.toBe(name);
});

it('names no more than 256 texts, so that connections stay small', () => {
  const names = new StatementNames();
  const texts = Array.from({ length: 400 }, (_, index) => `SELECT ${index}`);
  for (const text of texts) names.nameOf(text);
  expect(texts.filter((text) => names.nameOf(text) !== undefined)).toHaveLength(256);
});
