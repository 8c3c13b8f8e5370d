/** A figure as it is shown, and its unit, which stands back behind it. */
export interface Quantity {
  readonly figure: string;
  readonly unit: string;
}

export function durationQuantity(durationMs: number): Quantity {
  if (durationMs >= 1000) return { figure: (durationMs / 1000).toFixed(2), unit: 's' };
  return { figure: durationMs.toFixed(durationMs < 100 ? 1 : 0), unit: 'ms' };
}

/** 1 kB is 1,000 bytes. */
export function bytesQuantity(bytes: number): Quantity {
  return bytes < 1000 ? { figure: String(bytes), unit: 'B' } : { figure: (bytes / 1000).toFixed(1), unit: 'kB' };
}

export function quantityText({ figure, unit }: Quantity): string {
  return `${figure} ${unit}`;
}

/** `1 exchange`, `3 exchanges`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
