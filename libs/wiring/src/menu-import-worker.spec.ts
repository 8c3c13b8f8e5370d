import { Logger } from '@nestjs/common';
import { MenuImportLineFailed } from '@rungs/application';
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MenuImportWorker } from './menu-import-worker.ts';

/** Lines that are there to be read, and how many are read at the same time. */
class Lines {
  left = 0;
  read = 0;
  atOnce = 0;
  most = 0;
  failure: unknown;
  /** Called while a line is being read. */
  meanwhile: () => void = () => undefined;

  readNextLine = async (): Promise<boolean> => {
    this.most = Math.max(this.most, ++this.atOnce);
    await Promise.resolve();
    this.atOnce--;
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
    const some = this.left > 0;
    if (some) {
      this.left--;
      this.read++;
    }
    this.meanwhile();
    return some;
  };
}

/** All that does not wait for the clock has happened. */
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

let lines: Lines;
let worker: MenuImportWorker;

beforeEach(() => {
  vi.useFakeTimers();
  lines = new Lines();
  worker = new MenuImportWorker(lines);
});

afterEach(async () => {
  await worker.onModuleDestroy();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('reads all that is there when it is woken, one line at a time however often that is', async () => {
  lines.left = 20;
  worker.wake();
  worker.wake();
  await settled();
  expect(lines.read).toBe(20);
  worker.wake();
  expect(lines.most).toBe(1);
});

it('sees what came just after its last look', async () => {
  lines.meanwhile = () => {
    lines.meanwhile = () => undefined;
    // Looked, found nothing; now there is something, and whoever brought it says so before the look is answered.
    lines.left = 3;
    worker.wake();
  };
  worker.wake();
  await settled();
  expect(lines.read).toBe(3);
});

it('looks when the application starts, and every two seconds for what a dead process left', async () => {
  lines.left = 1;
  worker.onApplicationBootstrap();
  await settled();
  expect(lines.read).toBe(1);
  lines.left = 5;
  await vi.advanceTimersByTimeAsync(1_999);
  expect(lines.read).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(lines.read).toBe(6);
});

it('reports a line that failed, and reads on at once', async () => {
  const error = vi.spyOn(Logger.prototype, 'error').mockReturnValue();
  lines.left = 3;
  lines.failure = new MenuImportLineFailed(
    { menuImportId: 'an import', line: 2, restaurantId: '', requestedBy: '', fields: {} },
    new TypeError('a defect'),
  );
  worker.wake();
  await settled();
  expect(lines.read).toBe(3);
  expect(error.mock.calls).toEqual([
    ['Line 2 of the menu import an import failed: TypeError: a defect', expect.stringContaining('TypeError')],
  ]);
});

it('reports whatever else fails and looks again at the next poll', async () => {
  const error = vi.spyOn(Logger.prototype, 'error').mockReturnValue();
  const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
  lines.left = 1;
  lines.failure = new TypeError('a defect');
  worker.onApplicationBootstrap();
  await settled();
  expect(error.mock.calls).toEqual([['Menu imports cannot go on: a defect', expect.stringContaining('TypeError')]]);
  expect(lines.read).toBe(0);
  lines.failure = Object.assign(new Error('The database is unavailable.'), { code: 'unavailable' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(warn.mock.calls).toEqual([['Menu imports have to wait: The database is unavailable.']]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(lines.read).toBe(1);
  expect(error).toHaveBeenCalledTimes(1);
});

it('finishes the line in hand when it is told to stop, and never reads another', async () => {
  lines.left = 10;
  let stopped: Promise<void> | undefined;
  lines.meanwhile = () => (stopped ??= worker.onModuleDestroy());
  worker.onApplicationBootstrap();
  await settled();
  expect(stopped).toBeDefined();
  await stopped;
  expect(lines.read).toBe(1);
  worker.wake();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lines.read).toBe(1);
});

it('works in a context of its own, not in that of the request that woke it', async () => {
  const request = new AsyncLocalStorage<string>();
  const seen: unknown[] = [];
  lines.left = 2;
  lines.meanwhile = () => void seen.push(request.getStore());
  request.run('a request', () => worker.wake());
  await settled();
  expect(lines.read).toBe(2);
  expect(seen).toEqual([undefined, undefined, undefined]);
});
