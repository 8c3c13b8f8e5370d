declare const instant: unique symbol;

/**
 * A point in time: RFC 3339 in UTC with exactly three decimals, `2026-11-22T18:04:11.201Z`.
 * Because the form is fixed, comparing two of them as text compares them in time.
 */
export type Instant = string & { readonly [instant]?: never };

export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

export function epochMsOf(at: Instant): number {
  return Date.parse(at);
}

/** The instant a text names (RFC 3339, any offset), or undefined when it names none, or one beyond the year 9999. */
export function parseInstant(text: string): Instant | undefined {
  // RFC 3339 §5.6 wants a full date, a full time and an offset; Date.parse alone takes far more.
  if (!/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  // §5.7: days that their month has not, and hour 24, would be taken for those of the next.
  const local = `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`;
  const localMs = Date.parse(local);
  if (Number.isNaN(localMs) || instantOf(localMs) !== local) return undefined;
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) return undefined;
  const instant = instantOf(epochMs);
  // An offset may lead out of the years of four digits, and so out of the form.
  return /^\d{4}-/.test(instant) ? instant : undefined;
}
