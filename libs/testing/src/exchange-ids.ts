import { createHash } from 'node:crypto';
import type { IdGenerator } from '@rungs/application';
import { currentTrace, type ExchangeTrace } from '@rungs/telemetry';

/**
 * Ids that follow from who asks for them: the first, second … of an exchange, by the trace and span that its caller
 * named. So two runs whose traces have the same names get the same ids, in whatever order parallel requests are
 * answered; and a span that is named twice gets the same ids twice. What nobody named is counted through.
 */
export class ExchangeIds implements IdGenerator {
  private readonly counts = new WeakMap<ExchangeTrace, number>();
  private unnamedCount = 0;

  next(): string {
    const trace = currentTrace();
    if (!trace?.isNamedByCaller) return idOf(`unnamed ${(this.unnamedCount += 1)}`);
    const count = (this.counts.get(trace) ?? 0) + 1;
    this.counts.set(trace, count);
    return idOf(`${trace.traceId} ${trace.spanId} ${count}`);
  }

  /** For a second run on the same server, whose data has been reset. */
  beginAgain(): void {
    this.unnamedCount = 0;
  }
}

/** RFC 9562 §5.8: a UUID of version 8 may be made of anything. */
function idOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
