import { useRef } from 'react';
import { EXPORT_FORMATS, exportComparison, exportFileName, exportMediaType } from '@rungs/measure';
import type { Comparison, ExportFormat } from '@rungs/measure';

const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  json: 'JSON',
  csv: 'CSV',
  markdown: 'Markdown',
  har: 'HAR',
};

/** Everything that was measured of what is shown, as a file. */
export function ExportMenu({ comparison }: { readonly comparison: Comparison | undefined }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details
      ref={menu}
      className="export"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !menu.current?.open) return;
        close();
        menu.current.querySelector('summary')?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary className="button">Export</summary>
      <ul className="export-formats">
        {!comparison && <li className="note">Nothing to export: nothing has been run.</li>}
        {comparison &&
          EXPORT_FORMATS.map((format) => (
            <li key={format}>
              <button
                type="button"
                onClick={() => {
                  save(comparison, format);
                  close();
                }}
              >
                {FORMAT_NAMES[format]}
              </button>
            </li>
          ))}
      </ul>
    </details>
  );
}

function save(comparison: Comparison, format: ExportFormat): void {
  const blob = new Blob([exportComparison(comparison, format)], { type: exportMediaType(format) });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = exportFileName(comparison, format);
  link.click();
  URL.revokeObjectURL(link.href);
}
