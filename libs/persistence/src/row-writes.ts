import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

const ROWS_PER_STATEMENT = 2_000;

/** The row is locked, so one that is not there as found is a defect of ours, never a race. */
export async function updateOne<R extends ObjectLiteral>(
  manager: EntityManager,
  row: EntityTarget<R>,
  where: Partial<R>,
  columns: object,
): Promise<void> {
  const { affected } = await manager.createQueryBuilder().update(row).set(columns).where(where).execute();
  if (affected !== 1) throw new Error(`Updated ${affected} rows where one was locked: ${JSON.stringify(where)}`);
}

/** Many rows by one statement and one parameter: about as quick as COPY, without another package. */
export async function insertMany<R extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<R>,
  rows: readonly Partial<R>[],
  onConflict = '',
): Promise<void> {
  const { tableName, columns } = manager.connection.getMetadata(target);
  const written = columns.filter(({ isGenerated }) => !isGenerated);
  const names = written.map(({ databaseName }) => databaseName).join(', ');
  const members = written.map(({ propertyName }) => `"${propertyName}"`).join(', ');
  // As a record's member, `char` would be one character.
  const types = written.map(({ propertyName, type }) => `"${propertyName}" ${type === 'char' ? 'text' : String(type)}`);
  const text = `INSERT INTO ${tableName} (${names}) SELECT ${members} FROM json_to_recordset($1) AS row (${types.join(', ')}) ${onConflict}`;
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await manager.query(text, [JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT))]);
  }
}

/** The same, written over rows that are there already. */
export async function replaceMany<R extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<R>,
  rows: readonly R[],
): Promise<void> {
  const { primaryColumns, nonVirtualColumns } = manager.connection.getMetadata(target);
  const key = primaryColumns.map(({ databaseName }) => databaseName).join(', ');
  const changes = nonVirtualColumns
    .filter(({ isPrimary }) => !isPrimary)
    .map(({ databaseName }) => `${databaseName} = EXCLUDED.${databaseName}`);
  await insertMany(manager, target, rows, `ON CONFLICT (${key}) DO UPDATE SET ${changes.join(', ')}`);
}
