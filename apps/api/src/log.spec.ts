import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function logged(isProduction: boolean, write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog({ logLevel: 'info', isProduction }, { write: (line) => void (text += line) }));
  return text;
}

describe('the log', () => {
  it('is one JSON object for each line in production', () => {
    const line = logged(true, (log) => log.info({ traceId: 'abc' }, 'GET /level2/orders 200'));
    expect(JSON.parse(line)).toMatchObject({ level: 30, traceId: 'abc', msg: 'GET /level2/orders 200' });
  });

  it('is short lines for people otherwise, with the stack of a defect', () => {
    expect(logged(false, (log) => log.info({ traceId: 'abc' }, 'GET / 200'))).toMatch(
      /^\d\d:\d\d:\d\d GET \/ 200 \(trace abc\)\n$/,
    );
    const failed = logged(false, (log) => log.error({ err: new Error('broken') }, 'GET / failed'));
    expect(failed).toMatch(/ERROR GET \/ failed\nError: broken\n {4}at /);
  });
});
