import type { CsvFields, ImportedLine, MenuCsv } from '@rungs/application';
import { CsvError, parse, type Info } from 'csv-parse/sync';

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/** CSV by csv-parse. Lines may end as in any system (RFC 4180 says CRLF), and a byte order mark may come first. */
export class ParsedMenuCsv implements MenuCsv {
  read(csv: string): ReturnType<MenuCsv['read']> {
    // Said at once: a line that cannot be stored could not even be reported on.
    if (csv.includes('\u0000') || !csv.isWellFormed()) {
      return { problem: 'it has U+0000 or half of a surrogate pair, which cannot be stored' };
    }
    const bytes = Buffer.from(csv);
    try {
      // Typed for objects, which `info` makes of every record.
      const parsed = parse(bytes, {
        bom: true,
        info: true,
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      }) as unknown as Parsed[];
      return readParsed(parsed, bytes);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const line = lineBreaksIn(bytes.subarray(0, error['bytes'] as number)) + 1;
      const fault =
        error.code === 'CSV_QUOTE_NOT_CLOSED'
          ? 'does not end'
          : 'begins or ends elsewhere than at the ends of its field';
      return { problem: `what is quoted in the record of line ${line} ${fault}` };
    }
  }
}

function readParsed([head, ...parsed]: readonly Parsed[], bytes: Buffer): ReturnType<MenuCsv['read']> {
  if (!head) return { columns: [], lines: [] };
  const columns = head.record;
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  if (repeated !== undefined) return { problem: `its first line names the column "${repeated}" twice` };
  const lines: ImportedLine[] = [];
  let end = head.info.bytes;
  let next = lineBreaksIn(bytes.subarray(0, end)) + 1;
  for (const { record, info } of parsed) {
    // A record may have line breaks in quotes: the package counts records, and lines only nearly.
    const line = next;
    next += lineBreaksIn(bytes.subarray(end, info.bytes));
    end = info.bytes;
    // Spreadsheets leave empty rows with all their separators.
    if (record.every((field) => field.trim() === '')) continue;
    if (record.length !== columns.length) {
      return {
        problem: `line ${line} has another number of fields (${record.length}) than the first (${columns.length})`,
      };
    }
    lines.push({
      line,
      fields: Object.fromEntries(columns.map((column, index) => [column, record[index]])) as CsvFields,
    });
  }
  return { columns, lines };
}

function lineBreaksIn(bytes: Buffer): number {
  return bytes.toString('latin1').match(/\r\n|\n|\r/g)?.length ?? 0;
}
