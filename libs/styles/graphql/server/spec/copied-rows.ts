import { createHash } from 'node:crypto';
import type { DataSource } from '@rungs/persistence';

/** A UUID further on, or further back: not the same one in any two turns. */
function neighbourOf(uuid: string, turns: number): string {
  // Out of a hash, so that no neighbour's neighbour is the neighbour of another turn.
  const hash = createHash('sha256')
    .update(`${Math.abs(turns)}`)
    .digest('hex');
  const places = BigInt(`0x${hash.slice(0, 10)}`);
  const number = BigInt(`0x${uuid.replaceAll('-', '')}`) + (turns < 0 ? -places : places);
  const digits = number.toString(16).padStart(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function copy(to: DataSource, table: string, key: string, id: string, changed: object): Promise<void> {
  const [columns] = await to.query<[{ names: string }]>(
    `SELECT string_agg(quote_ident(column_name), ', ') AS names FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const copied = await to.query<unknown[]>(
    `INSERT INTO ${table} (${columns.names})
     SELECT ${columns.names} FROM (SELECT (jsonb_populate_record(t, $2::jsonb)).* FROM ${table} t WHERE ${key} = $1) c
     RETURNING 1`,
    [id, JSON.stringify(changed)],
  );
  if (copied.length === 0) throw new Error(`There is no ${table} ${id} to be copied.`);
}

/** The same row again under a neighbouring id, and so next to it wherever the id decides last. */
export function copyRow(
  to: DataSource,
  table: string,
  key: string,
  id: string,
  turns: number,
  changed: object = {},
): Promise<void> {
  return copy(to, table, key, id, { ...changed, [key]: neighbourOf(id, turns) });
}

/** An order again, with its ticket, delivery and bill. Nobody has two current deliveries: the copy of one is cancelled. */
export async function copyCase(to: DataSource, orderId: string, turns: number): Promise<void> {
  const copied = neighbourOf(orderId, turns);
  await copy(to, 'orders', 'id', orderId, { id: copied });
  const [delivery] = await to.query<{ state: string }[]>('SELECT state FROM delivery WHERE order_id = $1', [orderId]);
  const isCurrent = delivery?.state === 'SCHEDULED' || delivery?.state === 'PICKED_UP';
  for (const table of ['ticket', 'delivery', 'bill']) {
    const free = table === 'delivery' && isCurrent && { courier_id: null, state: 'CANCELLED' };
    await copy(to, table, 'order_id', orderId, { order_id: copied, ...free });
  }
}

/** A ping so many milliseconds away, and told from others by its place. */
export async function copyPing(to: DataSource, orderId: string, at: string, turns: number): Promise<void> {
  await to.query(
    `INSERT INTO location_ping (order_id, at, lat, lon)
     VALUES ($1, $2::timestamptz + $3 * interval '1 millisecond', 0, $3)`,
    [orderId, at, turns],
  );
}
