import * as vitest from 'vitest';
import { EXCEPTIONS } from '../src/exceptions.ts';

// What Apollo's suite takes from Jest, as this repository's runner has it; tests that are to fail are expected to.

type Body = (...values: never[]) => unknown;

/** The tests, of those that are listed to fail, which the suite turned out to have. */
export const met = new Set<string>();

/** Jest hands a body that takes an argument a function to call when it is done. */
function withDone(body: Body): () => unknown {
  if (body.length === 0) return body as () => unknown;
  return () =>
    new Promise<void>((resolve, reject) => {
      const done = (error?: unknown) => (error === undefined ? resolve() : reject(error as Error));
      Promise.resolve((body as (done: (error?: unknown) => void) => unknown)(done)).catch(reject);
    });
}

function asListed(body: () => unknown): () => Promise<void> {
  return async () => {
    const name = vitest.expect.getState().currentTestName?.replace(/^.*integration tests > /, '');
    const listed = EXCEPTIONS.find(({ test }) => test === name);
    if (!listed) return void (await body());
    met.add(listed.test);
    const failed = await Promise.resolve()
      .then(body)
      .then(
        () => false,
        () => true,
      );
    if (!failed) throw new Error(`It passes, and is listed to fail: ${listed.reason}`);
  };
}

export const { describe, expect } = vitest;
export const jest = vitest.vi;
export const beforeAll = (body: Body) => vitest.beforeAll(withDone(body));
export const beforeEach = (body: Body) => vitest.beforeEach(withDone(body));
export const afterEach = (body: Body) => vitest.afterEach(withDone(body));
export const afterAll = (body: Body) => vitest.afterAll(withDone(body));
export const it = Object.assign((name: string, body: Body) => vitest.it(name, asListed(withDone(body))), {
  each: vitest.it.each.bind(vitest.it),
  skip: vitest.it.skip.bind(vitest.it),
});
export const test = it;
