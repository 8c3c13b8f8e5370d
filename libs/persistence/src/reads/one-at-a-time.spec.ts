import { isRefusal } from '@rungs/domain';
import { expect, it } from 'vitest';
import { OneAtATime } from './one-at-a-time.ts';

/** A database that notes what begins and ends, and answers when it is told to. */
function slowDatabase() {
  const noted: string[] = [];
  const waiting: (() => void)[] = [];
  const query = async (text: string): Promise<string> => {
    noted.push(`begin ${text}`);
    await new Promise<void>((resolve) => waiting.push(resolve));
    noted.push(`end ${text}`);
    if (text === 'wrong') throw new Error(text);
    return `rows of ${text}`;
  };
  const answerNext = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    waiting.shift()?.();
  };
  return { query, noted, answerNext };
}

it('begins a statement when the one before has ended, and goes on after one that failed', async () => {
  const database = slowDatabase();
  const runner = new OneAtATime(database);
  const asked = Promise.allSettled(['a', 'wrong', 'c'].map((text) => runner.query(text, [])));
  for (let turn = 0; turn < 3; turn += 1) await database.answerNext();
  expect((await asked).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(database.noted).toEqual(['begin a', 'end a', 'begin wrong', 'end wrong', 'begin c', 'end c']);
});

it('gives up what takes too long in all', async () => {
  let nowMs = 0;
  const runner = new OneAtATime({ query: () => Promise.resolve([]) }, { limitMs: 100, nowMs: () => nowMs });
  nowMs = 100;
  expect(await runner.query('in time', [])).toEqual([]);
  nowMs = 101;
  const refusal: unknown = await runner.query('too late', []).catch((error: unknown) => error);
  expect(isRefusal(refusal, 'unavailable')).toBe(true);
});
