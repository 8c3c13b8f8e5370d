import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countLines, generate, SIZES_FILE } from './sizes.mjs';

describe('the sizes of clients and servers', () => {
  it('are those of the sources as they are', { timeout: 60_000 }, async () => {
    expect(readFileSync(SIZES_FILE, 'utf8'), 'run "npm run sizes"').toBe(await generate());
  });
});

describe('a line counts', () => {
  it('when there is more on it than white space and comment', () => {
    const text = [
      '/**',
      ' * Shapes.',
      ' */',
      'export function area(side: number): number {',
      '',
      '  // Of a square.',
      '  return side * side; // no circle',
      '}',
      '/* as a',
      '   block */ export const ONE = 1;',
      '',
    ].join('\n');
    expect(countLines('area.ts', text)).toBe(4);
  });

  it('in a text of several lines, unless it is blank there', () => {
    expect(countLines('text.ts', 'const text = `\n  one ${1}\n\n  // two\n`;\n')).toBe(4);
  });

  it('in a schema when it is more than a description', () => {
    const text = [
      '# What is ordered.',
      '"""',
      'An order.',
      '"""',
      'type Order {',
      '  "The UUID."',
      '  orderId: ID!',
      '',
      '  lines("At most 100." first: Int): [Line!]!',
      '}',
    ].join('\n');
    expect(countLines('order.graphql', text)).toBe(4);
  });
});
