import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCE = resolve(ROOT, 'libs/measure/schema');
const PUBLISHED = resolve(ROOT, 'docs/api');
const isSchema = (file: string) => file.endsWith('.schema.json');

it('the schemas in docs/api are those that documents are held against', () => {
  const files = readdirSync(SOURCE).filter(isSchema);
  expect(files).not.toEqual([]);
  expect(readdirSync(PUBLISHED).filter(isSchema)).toEqual(files);
  for (const file of files) {
    expect(readFileSync(resolve(PUBLISHED, file), 'utf8')).toBe(readFileSync(resolve(SOURCE, file), 'utf8'));
  }
});
