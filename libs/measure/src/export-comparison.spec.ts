import { describe, expect, it } from 'vitest';
import { aComparison, aMeasuredCell, anExchange } from '../spec/comparison.mother.ts';
import type { Comparison } from './comparison.ts';
import { EXPORT_FORMATS, exportComparison, exportFileName, exportMediaType } from './export-comparison.ts';
import { exportCsv } from './export-csv.ts';
import { exportJson } from './export-json.ts';
import { exportMarkdown } from './export-markdown.ts';

/** RFC 4180, read by its own grammar. */
function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
  }
  const [head = [], ...rows] = lines.slice(0, -1);
  for (const row of rows) expect(row).toHaveLength(head.length);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

const OTHER_VIEW = {
  sha256: '0'.repeat(64),
  viewModel: { state: 'CANCELLED', total: { amount: 4200, currency: 'USD' } },
};
const VOID: Comparison = aComparison({
  valid: false,
  views: [...aComparison().views, OTHER_VIEW],
  mismatches: [
    {
      style: 'graphql',
      client: 'composed',
      server: 'batched',
      visit: 'first',
      declared: 'told in advance',
      got: 'refused | when tried',
    },
  ],
  cells: [
    aMeasuredCell({}, { valid: false }),
    aMeasuredCell({ style: 'rest-level-1' }, { valid: false }),
    aMeasuredCell({ style: 'graphql', client: 'composed' }, { valid: false }, 1),
  ],
});

describe('JSON', () => {
  it('is the document itself', () => {
    expect(JSON.parse(exportJson(aComparison()))).toEqual(aComparison());
  });

  it('is an array where there are several', () => {
    expect(JSON.parse(exportJson([aComparison(), VOID]))).toEqual([aComparison(), VOID]);
  });
});

describe('CSV', () => {
  it('has a row for each cell, whatever became of it, with figures where it has any', () => {
    const rows = csvRows(exportCsv(aComparison()));
    expect(rows.map(({ style, client, outcome }) => [style, client, outcome])).toEqual([
      ['rest-level-2', 'granular', 'measured'],
      ['rest-level-2', 'composed', 'not-applicable'],
      ['graphql', 'composed', 'partial'],
      ['rest-level-0', 'composed', 'failed'],
    ]);
    expect(rows[0]).toMatchObject({
      scenario: 'order-details',
      persona: 'ann',
      server: 'batched',
      visit: 'first',
      valid: 'true',
      repeats: '5',
      roundTripsCritical: '1',
      bytesUp: '200',
      bytesDown: '198',
      // (66 - 41) of 66.
      neverReadPercent: '37.879',
      serverMsMedian: '3.25',
      noticedMsMedian: '',
      measuredAt: '2026-11-22T15:00:00.000Z',
      message: '',
    });
    expect(rows[1]).toMatchObject({ message: 'a resource cannot bring its neighbours, "yet"', bytesUp: '' });
    expect(rows[2]).toMatchObject({ repeats: '2', repeatsAsked: '5', failure: 'no-answer', noticedMsMedian: '700' });
  });

  it('keeps commas, quotes and line ends inside their field, and lets no text begin a formula', () => {
    const text = exportCsv(aComparison());
    expect(text).toContain('"a resource cannot bring its neighbours, ""yet"""');
    expect(text).toContain(`"'=unavailable: ""try"",\nagain | <b>later</b>"`);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('says of every row that the comparison is void', () => {
    expect(csvRows(exportCsv(VOID)).map(({ valid, view }) => [valid, view])).toEqual([
      ['false', '0'],
      ['false', '0'],
      ['false', '1'],
    ]);
  });

  it('has one head for several comparisons', () => {
    expect(csvRows(exportCsv([aComparison(), VOID]))).toHaveLength(7);
  });
});

describe('Markdown', () => {
  it('has a table of those that were measured, the best of a column bold, and why the others are not in it', () => {
    const text = exportMarkdown(aComparison());
    expect(text).toMatch(/^# Order details$/m);
    const [head = '', rule = '', ...rows] = text.split('\n').filter((line) => line.startsWith('|'));
    const cellsOf = (line: string) => line.split(' | ').length;
    expect(rows).toHaveLength(2);
    for (const line of [rule, ...rows]) expect(cellsOf(line)).toBe(cellsOf(head));
    expect(rows[0]).toMatch(/^\| Level 2 \| granular \| batched \| first \| 1 \|/);
    expect(text).toContain(
      '- Level 2, composed on batched, first visit: a resource cannot bring its neighbours, "yet"',
    );
    expect(text).toContain('- GraphQL, composed on batched, first visit: measured 2 of 5 times: fetch failed');
    expect(text).toContain(String.raw`failed (refused): =unavailable: "try", again \| \<b\>later\</b\>`);
  });

  it('says where and when, and what the columns are', () => {
    const text = exportMarkdown(aComparison());
    expect(text).toContain(
      'Measured on 2026-11-22T15:00:00.000Z as ann, 5 repeats of each program asked for, by cli over HTTP/1.1, ' +
        'bodies uncompressed (Node v24.0.0, linux x64, Imaginary 9000 x 2, PostgreSQL 18.4, commit 0123456789ab).',
    );
    expect(text).toContain('- SQL statements: statements that the server ran');
  });

  it('sums up in the sentences of the page', () => {
    const two = aComparison({
      cells: [
        aMeasuredCell({ client: 'composed' }),
        aMeasuredCell(
          { style: 'graphql', client: 'composed' },
          { totals: { ...totalsOf(aMeasuredCell()), roundTripsCritical: 3 } },
        ),
      ],
    });
    expect(exportMarkdown(two)).toContain('Level 2 needs 1 dependent round trip; GraphQL needs 3.');
  });

  it('ranks nothing that is void, and says who built another view, where, and who ended otherwise', () => {
    const text = exportMarkdown(VOID);
    expect(text).toContain('**Void: nothing here may be ranked.**');
    expect(text).toContain('- GraphQL, composed on batched, first visit: another view, at `/state`.');
    expect(text).toContain('ended with “refused \\| when tried”, declared is “told in advance”.');
    expect(text.split('\n').filter((line) => line.startsWith('|') && line.includes('**'))).toEqual([]);
  });

  it('has no table where nothing came to its end', () => {
    const text = exportMarkdown(aComparison({ valid: false, views: [], cells: aComparison().cells.slice(3) }));
    expect(text).toContain('**Nothing to compare: no program came to its end.**');
    expect(text).not.toMatch(/^\|/m);
  });
});

describe('every export', () => {
  const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl';
  const SESSION = 'session-4711-4711';
  const planted: Comparison = aComparison({
    cells: [
      aMeasuredCell(
        {},
        {
          exchanges: [
            anExchange({
              requestHeaders: [
                ['authorization', `Bearer ${TOKEN}`],
                ['cookie', SESSION],
              ],
              responseHeaders: [['set-cookie', SESSION]],
              responseBody: `{"state":"${TOKEN}","echo":"Bearer ${TOKEN}","cookie":"${SESSION}"}`,
              requestBody: `token=${TOKEN}`,
              url: `/level2/orders?access_token=${TOKEN}`,
            }),
          ],
        },
      ),
      {
        ...aComparison().cells[3],
        outcome: 'failed',
        failure: { kind: 'refused', message: `Bearer abc.def is not valid, nor is ${TOKEN}` },
        exchanges: [{ n: 1, label: 'order', dependsOn: [], method: 'GET', url: `/x?t=${TOKEN}`, status: 401 }],
      } as Comparison['cells'][number],
    ],
  });

  it.each(EXPORT_FORMATS)('gives no credential away (%s)', (format) => {
    const text = exportComparison(planted, format);
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain(SESSION);
    expect(text).not.toContain('abc.def');
    expect(text).toContain('redacted');
  });

  it('leaves everything else as it is', () => {
    const short = aMeasuredCell({}, { exchanges: [anExchange({ requestHeaders: [['authorization', 'Basic a']] })] });
    const text = exportJson(aComparison({ cells: [short] }));
    expect(text).toContain('leave at the door');
    expect(text).not.toContain('Basic a');
  });

  it('has a name that sorts, tells what is in it, and is allowed everywhere', () => {
    expect(EXPORT_FORMATS.map((format) => exportFileName(aComparison(), format))).toEqual([
      'rungs-order-details-ann-2026-11-22T150000Z.json',
      'rungs-order-details-ann-2026-11-22T150000Z.csv',
      'rungs-order-details-ann-2026-11-22T150000Z.md',
      'rungs-order-details-ann-2026-11-22T150000Z.har',
    ]);
    expect(exportFileName([aComparison(), VOID], 'csv')).toBe('rungs-all-2026-11-22T150000Z.csv');
    expect(() => exportFileName([], 'csv')).toThrow(RangeError);
    expect(new Set(EXPORT_FORMATS.map(exportMediaType)).size).toBe(3);
  });
});

function totalsOf(cell: Comparison['cells'][number]) {
  if (!('run' in cell)) throw new Error('The cell was not measured.');
  return cell.run.totals;
}
