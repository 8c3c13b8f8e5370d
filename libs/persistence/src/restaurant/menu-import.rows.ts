import type { ImportedLine, MenuImportId, MenuImportLine, PendingImportLine } from '@rungs/application';
import type { EntityManager } from 'typeorm';
import { insertMany } from '../row-writes.ts';
import { MenuImportLineRow, MenuImportRow } from './menu-import.row.ts';

export async function insertMenuImport(
  manager: EntityManager,
  { id, restaurantId, requestedBy, requestedAt }: Omit<MenuImportRow, 'state' | 'lineCount'>,
  lines: readonly ImportedLine[],
): Promise<void> {
  const lineCount = lines.length;
  await manager.insert(MenuImportRow, { id, restaurantId, requestedBy, requestedAt, state: 'WAITING', lineCount });
  const rows = lines.map((line) => ({ menuImportId: id, ...line, menuItemId: null, refusal: null }));
  await insertMany(manager, MenuImportLineRow, rows);
}

/** Locks the oldest import that is not done and that nobody else holds, and finds its first line without a report. */
export async function claimNextLine(manager: EntityManager): Promise<PendingImportLine | undefined> {
  const claimed = await manager
    .createQueryBuilder(MenuImportRow, 'i')
    // Spelt as in the index of the unfinished ones, which could not serve a parameter.
    .where(`i.state <> 'DONE'`)
    .orderBy({ 'i.requestedAt': 'ASC', 'i.id': 'ASC' })
    .limit(1)
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .getOne();
  if (!claimed) return undefined;
  // By a statement of its own, which sees what whoever held the import before has reported.
  const next = await manager
    .createQueryBuilder(MenuImportLineRow, 'l')
    .where('l.menuImportId = :id AND l.menuItemId IS NULL AND l.refusal IS NULL', { id: claimed.id })
    .orderBy('l.line')
    .limit(1)
    .getOne();
  if (!next) throw new Error(`The menu import ${claimed.id} has no line left, and is not done.`);
  const { id: menuImportId, restaurantId, requestedBy } = claimed;
  return { menuImportId, restaurantId, requestedBy, line: next.line, fields: next.fields };
}

/** Reports on the line that was claimed; after the last one the import is done. */
export async function reportLine(
  manager: EntityManager,
  menuImportId: MenuImportId,
  report: MenuImportLine,
): Promise<void> {
  const [menuItemId, refusal] =
    'refusal' in report ? [null, JSON.stringify(report.refusal)] : [report.menuItemId, null];
  const [, reported] = (await manager.query(
    `UPDATE menu_import_line SET menu_item_id = $3, refusal = $4
     WHERE menu_import_id = $1 AND line = $2 AND menu_item_id IS NULL AND refusal IS NULL`,
    [menuImportId, report.line, menuItemId, refusal],
  )) as [unknown, number];
  if (reported !== 1) throw new Error(`Line ${report.line} of the menu import ${menuImportId} was not claimed.`);
  await manager.query(
    `UPDATE menu_import SET state = CASE WHEN EXISTS (
       SELECT FROM menu_import_line WHERE menu_import_id = $1 AND menu_item_id IS NULL AND refusal IS NULL
     ) THEN 'RUNNING' ELSE 'DONE' END WHERE id = $1`,
    [menuImportId],
  );
}
