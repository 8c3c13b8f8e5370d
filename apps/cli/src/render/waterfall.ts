import { criticalPath, depthsOf, type RunExchange } from '@rungs/measure';
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
    const { n, label, dependsOn, bytes, timeMs, sql, method, url, status } = exchange;
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
      indented(`${method} ${printable(url)} → ${status}, ${cacheWords(exchange)}`, WIDTH, ADDRESS_INDENT),
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

/**
 * The exchanges that the round trips are counted by: each needed an answer of the one before. Undefined where none
 * needed another.
 */
export function longestChain(exchanges: readonly RunExchange[]): readonly RunExchange[] | undefined {
  const depths = depthsOf(exchanges);
  const deepest = (among: readonly RunExchange[]): RunExchange | undefined =>
    among.toSorted((one, other) => (depths.get(other.n) ?? 0) - (depths.get(one.n) ?? 0))[0];
  const chain: RunExchange[] = [];
  for (let next = deepest(exchanges); next;) {
    chain.unshift(next);
    const { dependsOn } = next;
    next = deepest(exchanges.filter(({ n }) => dependsOn.includes(n)));
  }
  return chain.length > 1 ? chain : undefined;
}

/** A cache that asked whether its copy is still good, and was sent all of it again, has asked for nothing. */
function cacheWords({ cache, status, requestHeaders }: RunExchange): string {
  const asked = requestHeaders.some(([name]) => /^if-(none-match|modified-since)$/i.test(name));
  return asked && status === 200 ? 'sent again, though the cache asked about its copy' : CACHE_WORDS[cache];
}

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
