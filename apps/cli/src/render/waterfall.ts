import { criticalPath, type RunExchange } from '@rungs/measure';
import { grouped, indented, printable, withoutTrailingSpaces } from './lines.ts';

const WIDTH = 80;
const BAR_WIDTH = 24;
const LABEL_WIDTH = 15;
const ADDRESS_INDENT = 5;

/** Two lines for each exchange: where it lies in time and what it cost, and what was asked. */
export function waterfall(exchanges: readonly RunExchange[]): string {
  const critical = new Set(criticalPath(exchanges));
  const endMs = Math.max(...exchanges.map(({ timeMs }) => timeMs.end));
  const head = columns('', 'n', 'exchange', 'needs', axis(endMs), 'server ms', 'SQL', 'up B', 'down B');
  const rows = exchanges.flatMap((exchange) => {
    const { n, label, dependsOn, bytes, timeMs, sql, method, url, status, cache } = exchange;
    const up = bytes.requestHead + bytes.requestBody;
    const down = bytes.responseHead + bytes.responseBodyWire;
    return [
      columns(
        critical.has(n) ? '*' : '',
        String(n),
        printable(label),
        dependsOn.join(','),
        bar(exchange, endMs),
        grouped(timeMs.server, 1),
        grouped(sql.count),
        grouped(up),
        grouped(down),
      ),
      indented(`${method} ${printable(url)} → ${status}, ${CACHE_WORDS[cache]}`, WIDTH, ADDRESS_INDENT),
    ];
  });
  return withoutTrailingSpaces([head, ...rows].join('\n'));
}

const CACHE_WORDS: Readonly<Record<RunExchange['cache'], string>> = {
  fresh: 'from the cache, without asking',
  revalidated: 'the cache’s copy is still good (304)',
  miss: 'may be kept by the cache',
  uncacheable: 'no cache may keep it',
};

function columns(
  mark: string,
  n: string,
  label: string,
  needs: string,
  lane: string,
  server: string,
  sql: string,
  up: string,
  down: string,
): string {
  return [
    mark.padEnd(1),
    n.padStart(2),
    cut(label, LABEL_WIDTH).padEnd(LABEL_WIDTH),
    needs.padEnd(5),
    lane.padEnd(BAR_WIDTH),
    server.padStart(9),
    sql.padStart(4),
    up.padStart(5),
    down.padStart(6),
  ].join(' ');
}

function axis(endMs: number): string {
  const end = `${grouped(endMs, 1)} ms`;
  return `0${end.padStart(BAR_WIDTH - 1)}`;
}

/** █ until the head of the answer came, ░ while its body did; what the cache answered takes no time worth a bar. */
function bar({ timeMs: { start, firstByte, end }, cache }: RunExchange, wholeMs: number): string {
  const place = (atMs: number) => (wholeMs > 0 ? (atMs / wholeMs) * BAR_WIDTH : 0);
  const from = Math.min(Math.floor(place(start)), BAR_WIDTH - 1);
  const to = Math.max(Math.ceil(place(end)), from + 1);
  const body = Math.min(Math.max(Math.round(place(firstByte)), from + 1), to);
  if (cache === 'fresh') return `${' '.repeat(from)}·`;
  return `${' '.repeat(from)}${'█'.repeat(body - from)}${'░'.repeat(to - body)}`;
}

function cut(text: string, widthCharacters: number): string {
  return text.length <= widthCharacters ? text : `${text.slice(0, widthCharacters - 1)}…`;
}
