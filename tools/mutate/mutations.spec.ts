import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MistakeKind, Mutation } from './mutation.ts';
import { MUTATIONS } from './mutations.ts';
import { STYLE_MUTATIONS } from './style-mutations.ts';

const libs = resolve(import.meta.dirname, '../../libs');

describe('planned mistakes', () => {
  it.each(MUTATIONS)('$id still has its one place', ({ file, find, replace }) => {
    expect(readFileSync(resolve(libs, file), 'utf8').split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
  });

  it('have names of their own', () => {
    expect(new Set(MUTATIONS.map(({ id }) => id)).size).toBe(MUTATIONS.length);
  });

  it('are at least three for each style, of each kind in several', () => {
    const kinds = new Map<Mutation['style'], Set<MistakeKind>>();
    for (const { style, kind } of STYLE_MUTATIONS) kinds.set(style, (kinds.get(style) ?? new Set()).add(kind));
    expect(kinds.size).toBe(5);
    for (const [style, broken] of kinds) expect(broken.size, style).toBeGreaterThanOrEqual(3);
    for (const kind of [
      'a skipped state check',
      "another's thing shown",
      'a lost version check',
      'a wrong total',
      'a dishonest affordance',
    ] as const) {
      const styles = [...kinds].filter(([, broken]) => broken.has(kind)).map(([style]) => style);
      // Only two of them say in advance what may be done.
      expect(styles.length, kind).toBeGreaterThanOrEqual(kind === 'a dishonest affordance' ? 2 : 4);
    }
  });
});
