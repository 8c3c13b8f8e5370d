import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

function equivalence(...args: readonly string[]) {
  const script = join(import.meta.dirname, 'equivalence.mjs');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

describe('npm run equivalence', () => {
  it('says what it does', () => {
    const { status, stdout } = equivalence('--help');
    expect(status).toBe(0);
    for (const option of ['--runs', '--steps', '--seed', '--path', '--style']) expect(stdout).toContain(`  ${option}`);
    expect(stdout).toContain('Exit code 0');
  });

  it.each([
    [['--runs', 'many'], '--runs must be a whole number'],
    [['--runs', '0'], '--runs must be a whole number'],
    [['--style', 'soap'], 'There is no style soap; the styles are rest-level-0, '],
    [['--path', '1:2'], '--path needs the --seed'],
    [['--fast'], "Unknown option '--fast'"],
  ])('ends with 2 for a command line that it cannot read: %j', (args, says) => {
    const { status, stderr } = equivalence(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toContain('Usage:');
  });
});
