/** One line's fields by the names of their columns, as texts. */
export type CsvFields = Readonly<Record<string, string>>;

export interface ImportedLine {
  /** The line's number in the file, from 1; for a record with line breaks in quotes, where it begins. */
  readonly line: number;
  readonly fields: CsvFields;
}

/** Reads CSV (RFC 4180) whose first line names the columns. */
export interface MenuCsv {
  /** The lines below the first, empty ones left out; or, when it is no CSV, why not. */
  read(
    csv: string,
  ): { readonly columns: readonly string[]; readonly lines: readonly ImportedLine[] } | { readonly problem: string };
}
