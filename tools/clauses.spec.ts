import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLAUSES_FILE, generate } from './clauses.mjs';

it('the page of clauses names the tests as they are', () => {
  expect(readFileSync(CLAUSES_FILE, 'utf8'), 'run "npm run clauses"').toBe(generate());
});
