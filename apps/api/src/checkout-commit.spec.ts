import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkoutCommit } from './checkout-commit.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const OTHER = 'f123456789abcdef0123456789abcdef01234567';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rungs-checkout-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** Texts by path below the directory. */
async function lay(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
}

it.each([
  ['a branch', { '.git/HEAD': 'ref: refs/heads/main\n', '.git/refs/heads/main': `${COMMIT}\n` }],
  [
    'a branch whose refs are packed',
    {
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/packed-refs': `# pack-refs with: peeled fully-peeled sorted\n${OTHER} refs/heads/not-main\n${COMMIT} refs/heads/main\n`,
    },
  ],
  ['no branch', { '.git/HEAD': `${COMMIT}\n` }],
  [
    'a linked worktree',
    {
      '.git': 'gitdir: main/.git/worktrees/one\n',
      'main/.git/worktrees/one/HEAD': 'ref: refs/heads/one\n',
      'main/.git/worktrees/one/commondir': '../..\n',
      'main/.git/refs/heads/one': `${COMMIT}\n`,
    },
  ],
])('is told where there is %s', async (_name, files) => {
  await lay(files);
  expect(await checkoutCommit(directory)).toBe(COMMIT);
});

it.each([
  ['no checkout', {}],
  ['a branch without a commit', { '.git/HEAD': 'ref: refs/heads/main\n' }],
  ['what is no checkout of git', { '.git/HEAD': 'something else' }],
])('is not told where there is %s', async (_name, files) => {
  await lay(files);
  expect(await checkoutCommit(directory)).toBeUndefined();
});
