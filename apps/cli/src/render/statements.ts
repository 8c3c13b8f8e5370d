import type { RunExchange } from '@rungs/measure';
import { counted, grouped, indented, printable, shortened } from './lines.ts';

const WIDTH = 80;
const INDENT = 3;
const SHOWN_CHARACTERS = 140;

interface Asked {
  readonly count: number;
  readonly rows: number;
  readonly timeMs: number;
  readonly exchanges: ReadonlySet<number>;
}

/** Every statement once, with how often it ran and for which exchanges, the most frequent first. */
export function statementsText(exchanges: readonly RunExchange[], isFull: boolean): string {
  const statements = [...statementsOf(exchanges)].sort(([, one], [, other]) => other.count - one.count);
  const lines = statements.map(([text, { count, rows, timeMs, exchanges: numbers }]) => {
    const shown = isFull || text.length <= SHOWN_CHARACTERS ? text : shortened(withoutColumns(text), SHOWN_CHARACTERS);
    const where = `${numbers.size === 1 ? 'exchange' : 'exchanges'} ${[...numbers].join(', ')}`;
    return indented(`${count}× ${shown} (${where}; ${counted(rows, 'row')}; ${grouped(timeMs, 1)} ms)`, WIDTH, INDENT);
  });
  return lines.length === 0 ? indented('none', WIDTH, INDENT) : lines.join('\n');
}

function statementsOf(exchanges: readonly RunExchange[]): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const { n, sql } of exchanges) {
    for (const { text, rows, timeMs } of sql.statements) {
      const key = printable(text).trim();
      const before = asked.get(key);
      asked.set(key, {
        count: (before?.count ?? 0) + 1,
        rows: (before?.rows ?? 0) + rows,
        timeMs: (before?.timeMs ?? 0) + timeMs,
        exchanges: new Set([...(before?.exchanges ?? []), n]),
      });
    }
  }
  return asked;
}

/** `SELECT … FROM orders`: what it reads from says more than its list of columns, which takes most room. */
function withoutColumns(sql: string): string {
  let depth = 0;
  for (const { 0: piece, index } of sql.matchAll(/'(?:[^']|'')*'|[()]|\bFROM\b/gi)) {
    if (piece === '(') depth += 1;
    else if (piece === ')') depth -= 1;
    else if (depth === 0 && index > 0 && /^FROM$/i.test(piece)) {
      return /^SELECT\s/i.test(sql) ? `SELECT … ${sql.slice(index)}` : sql;
    }
  }
  return sql;
}
