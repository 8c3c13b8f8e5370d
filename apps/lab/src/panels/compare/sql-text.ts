import type { RunStatement } from '@rungs/measure';

/** Statements of the same text, with what they took together. */
export interface StatementGroup {
  readonly text: string;
  readonly count: number;
  readonly rows: number;
  readonly timeMs: number;
}

/** Each text once, in the order in which it was first run: a statement per row shows as what it is. */
export function statementGroups(statements: readonly RunStatement[]): readonly StatementGroup[] {
  const groups = new Map<string, StatementGroup>();
  for (const { text, rows, timeMs } of statements) {
    const { count, ...before } = groups.get(text) ?? { count: 0, rows: 0, timeMs: 0 };
    groups.set(text, { text, count: count + 1, rows: before.rows + rows, timeMs: before.timeMs + timeMs });
  }
  return [...groups.values()];
}

/** Words before which a line begins. The longer first: `LEFT JOIN` is no `JOIN`. */
const CLAUSES = [
  'SELECT',
  '(?<!DISTINCT )FROM',
  '(?:LEFT |RIGHT |FULL |INNER |CROSS )?(?:OUTER )?JOIN(?: LATERAL)?',
  'WHERE',
  'GROUP BY',
  'HAVING',
  'ORDER BY',
  'LIMIT',
  'OFFSET',
  'UNION(?: ALL)?',
  'INSERT INTO',
  'VALUES',
  'ON CONFLICT',
  '(?<!DO )UPDATE',
  'SET',
  'DELETE FROM',
  'RETURNING',
  'FOR (?:NO KEY )?(?:UPDATE|SHARE)',
];

/** Quoted text and names, parentheses, words that begin a line, and everything else, piece by piece. */
const PIECES = new RegExp(`'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]|\\b(?:${CLAUSES.join('|')})\\b|[\\s\\S]`, 'gi');
const IS_CLAUSE = new RegExp(`^(?:${CLAUSES.join('|')})$`, 'i');

/** A statement with a line for each clause. What is in parentheses and in quotes stays together. */
export function laidOutSql(sql: string): string {
  const oneLine = sql.replace(/('(?:[^']|'')*'|"(?:[^"]|"")*")|\s+/g, (_, quoted?: string) => quoted ?? ' ').trim();
  let depth = 0;
  let laidOut = '';
  for (const [piece] of oneLine.matchAll(PIECES)) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    const beginsLine = depth === 0 && IS_CLAUSE.test(piece) && laidOut !== '';
    laidOut = beginsLine ? `${laidOut.trimEnd()}\n${piece}` : laidOut + piece;
  }
  return laidOut;
}

/** A statement on one line, by what it reads from: the list of columns says least and takes most room. */
export function sqlInShort(sql: string): string {
  const [first = '', ...others] = laidOutSql(sql).split('\n');
  return [others.length > 0 ? first.replace(/^(SELECT)\s[\s\S]*$/i, '$1 …') : first, ...others].join(' ');
}
