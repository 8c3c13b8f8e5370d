type NullableMembers<T> = { [K in keyof T]?: Exclude<T[K], undefined> | null | undefined };

/**
 * SQL's null is the domain's absent member. Only the object's own members are looked at: what lies deeper came
 * from a user or was treated already.
 */
export function withoutNulls<T extends object>(held: NullableMembers<T>): T {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(held)) {
    if (value !== null && value !== undefined) kept[name] = value;
  }
  return kept as T;
}
