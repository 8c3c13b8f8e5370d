import { expect, it } from 'vitest';
import { ParsedMenuCsv } from './parsed-menu-csv.ts';

const csv = new ParsedMenuCsv();

it('reads the lines below the first by the names of the columns', () => {
  expect(csv.read('name,price,tags\r\nSupplì,350,starter|fried\r\nPizza,850,\r\n')).toEqual({
    columns: ['name', 'price', 'tags'],
    lines: [
      { line: 2, fields: { name: 'Supplì', price: '350', tags: 'starter|fried' } },
      { line: 3, fields: { name: 'Pizza', price: '850', tags: '' } },
    ],
  });
});

it('numbers lines as in the file, whatever ends them, with line breaks in quotes and empty rows counted', () => {
  const linesOf = (text: string): unknown => {
    const read = csv.read(text);
    return 'problem' in read ? read.problem : read.lines.map(({ line, fields }) => [line, fields['name']]);
  };
  for (const end of ['\r\n', '\n', '\r']) {
    const rows = ['\ufeffname,price', 'Àà,1', '', `"two${end}lines, ""quoted""",2`, ',', '  , ', 'last,3'];
    expect(linesOf(rows.join(end))).toEqual([
      [2, 'Àà'],
      [4, `two${end}lines, "quoted"`],
      [8, 'last'],
    ]);
  }
  expect(linesOf('name,price\r\na,1\nb,2\rc,3')).toEqual([
    [2, 'a'],
    [3, 'b'],
    [4, 'c'],
  ]);
});

it('says what is wrong, and in which line, with what is no CSV', () => {
  const problemOf = (text: string): unknown => (csv.read(text) as { problem?: string }).problem;
  expect(problemOf('name,price\na,1\n"b,2\nc,3')).toBe('what is quoted in the record of line 3 does not end');
  expect(problemOf('name,price\n"a\nb",1\nb "c",2')).toBe(
    'what is quoted in the record of line 4 begins or ends elsewhere than at the ends of its field',
  );
  expect(problemOf('name,price\na,1\nb\n')).toBe('line 3 has another number of fields (1) than the first (2)');
  expect(problemOf('name,price\na,1,2\n')).toBe('line 2 has another number of fields (3) than the first (2)');
  expect(problemOf('name,price,name\na,1,b\n')).toBe('its first line names the column "name" twice');
  expect(problemOf('name\u0000,price\n')).toContain('cannot be stored');
  expect(problemOf('name,price\n\ud83c,1')).toContain('cannot be stored');
});

it('has neither columns nor lines where there is nothing, and takes any name for a column', () => {
  expect(csv.read('')).toEqual({ columns: [], lines: [] });
  const odd = csv.read('__proto__,constructor\n1,2\n');
  expect('lines' in odd && Object.entries(odd.lines[0]?.fields ?? {})).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});
