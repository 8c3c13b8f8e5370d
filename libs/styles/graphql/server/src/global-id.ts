/** The types that have a global id. */
export type NodeType =
  | 'Order'
  | 'Restaurant'
  | 'Menu'
  | 'MenuItem'
  | 'MenuImport'
  | 'Consumer'
  | 'Basket'
  | 'Ticket'
  | 'Delivery'
  | 'Courier'
  | 'Bill';

export interface GlobalId {
  readonly type: string;
  /** The UUID; for what has no id of its own, the two UUIDs that name it, with a slash between. */
  readonly key: string;
}

/** Opaque to clients, so that what names a thing can change (Relay's object identification). */
export function globalIdOf(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** What a global id names, or undefined for any other text. */
export function parseGlobalId(text: string): GlobalId | undefined {
  const [, type, key] = /^([A-Z]\w+):([\w/-]+)$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  return type !== undefined && key !== undefined ? { type, key } : undefined;
}

/**
 * The UUID that an `id` argument names: global ids of these types are taken apart, any other text is left for the
 * use case to look up (a UUID) or not to find.
 */
export function uuidOf(text: string, ...types: readonly NodeType[]): string {
  const id = parseGlobalId(text);
  if (id === undefined || !(types as readonly string[]).includes(id.type)) return text.toLowerCase();
  // Dishes and imports are named within their restaurant.
  return id.key.slice(id.key.lastIndexOf('/') + 1);
}
