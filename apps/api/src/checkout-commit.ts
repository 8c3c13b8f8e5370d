import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * The commit that is checked out in this directory, as git's own files say it (gitrepository-layout(5)), so that no
 * git is needed where the server runs. Undefined where there is no checkout, or one that is kept in another way.
 */
export async function checkoutCommit(directory: string): Promise<string | undefined> {
  const gitDirectory = await gitDirectoryOf(directory);
  const head = await textOf(join(gitDirectory, 'HEAD'));
  const ref = /^ref: (refs\/\S+)$/.exec(head ?? '')?.[1];
  if (ref === undefined) return hashOf(head);
  // A linked worktree has a HEAD of its own, and its branches where the others have them.
  const shared = resolve(gitDirectory, (await textOf(join(gitDirectory, 'commondir'))) ?? '.');
  return hashOf((await textOf(join(shared, ref))) ?? packed(await textOf(join(shared, 'packed-refs')), ref));
}

/** `.git` is a directory, or in a linked worktree a file that names one. */
async function gitDirectoryOf(directory: string): Promise<string> {
  const path = join(directory, '.git');
  const named = /^gitdir: (.+)$/.exec((await textOf(path)) ?? '')?.[1];
  return named === undefined ? path : resolve(directory, named);
}

function packed(refs: string | undefined, ref: string): string | undefined {
  return refs
    ?.split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0];
}

function hashOf(text: string | undefined): string | undefined {
  return text !== undefined && HASH.test(text) ? text : undefined;
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
}
