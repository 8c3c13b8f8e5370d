import { describe, expect, it } from 'vitest';
import { laidOutSql, sqlInShort, statementGroups } from './sql-text.ts';

describe('a statement, laid out', () => {
  it('gets a line for each clause, and loses the indentation that it had in the code', () => {
    expect(
      laidOutSql(`select o.id,
          o.state from orders o
        left join tickets t on t.id = o.id where o.id = $1 and o.state = $2
        order by o.placed_at desc limit 5`),
    ).toBe(
      [
        'select o.id, o.state',
        'from orders o',
        'left join tickets t on t.id = o.id',
        'where o.id = $1 and o.state = $2',
        'order by o.placed_at desc',
        'limit 5',
      ].join('\n'),
    );
  });

  it('leaves together what is in parentheses', () => {
    expect(laidOutSql('SELECT (SELECT count(*) FROM a WHERE b) AS n FROM c')).toBe(
      'SELECT (SELECT count(*) FROM a WHERE b) AS n\nFROM c',
    );
  });

  it('takes no word in quotes for a clause, and leaves what is in quotes as it is', () => {
    expect(laidOutSql(`SELECT "from", 'where  it''s from' FROM "a  b"`)).toBe(
      `SELECT "from", 'where  it''s from'\nFROM "a  b"`,
    );
  });

  it('takes no part of a word for a clause', () => {
    expect(laidOutSql('SELECT offset_from, asset FROM settings')).toBe('SELECT offset_from, asset\nFROM settings');
  });

  it('leaves a lock’s words together', () => {
    expect(laidOutSql('SELECT 1 FROM a FOR UPDATE')).toBe('SELECT 1\nFROM a\nFOR UPDATE');
    expect(laidOutSql('SELECT 1 FROM a FOR NO KEY UPDATE')).toBe('SELECT 1\nFROM a\nFOR NO KEY UPDATE');
  });

  it('knows a FROM that belongs to a comparison', () => {
    expect(laidOutSql('SELECT a FROM b WHERE a IS DISTINCT FROM c')).toBe(
      'SELECT a\nFROM b\nWHERE a IS DISTINCT FROM c',
    );
  });

  it('lays out what writes', () => {
    expect(
      laidOutSql('INSERT INTO a (x, y) VALUES ($1, $2) ON CONFLICT (x) DO UPDATE SET y = $2 RETURNING x').split('\n'),
    ).toEqual(['INSERT INTO a (x, y)', 'VALUES ($1, $2)', 'ON CONFLICT (x) DO UPDATE', 'SET y = $2', 'RETURNING x']);
  });
});

describe('statements of the same text', () => {
  it('are one group with what they took together, in the order of the first of each', () => {
    expect(
      statementGroups([
        { text: 'a', rows: 1, timeMs: 1 },
        { text: 'b', rows: 2, timeMs: 2 },
        { text: 'a', rows: 3, timeMs: 4 },
      ]),
    ).toEqual([
      { text: 'a', count: 2, rows: 4, timeMs: 5 },
      { text: 'b', count: 1, rows: 2, timeMs: 2 },
    ]);
  });
});

describe('a statement in short', () => {
  it('says what it reads from, and not which columns', () => {
    expect(sqlInShort('SELECT a, (SELECT 1 FROM x) AS b\n  FROM c WHERE d = $1')).toBe('SELECT … FROM c WHERE d = $1');
  });

  it('is whole where there is nothing to leave out', () => {
    expect(sqlInShort('COMMIT')).toBe('COMMIT');
    expect(sqlInShort('SELECT 1')).toBe('SELECT 1');
    expect(sqlInShort('UPDATE a SET b = 1')).toBe('UPDATE a SET b = 1');
  });
});
