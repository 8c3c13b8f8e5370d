import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { candidateDirectories, findHome, isReachableByOthers, isRoot, openHome } from './cluster-home.ts';

let place: string;

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(isRoot() ? '/var/tmp' : tmpdir(), 'rungs-spec-')));
  chmodSync(place, 0o755);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

describe('the places a cluster may live in', () => {
  it('begin with the checkout itself', async () => {
    expect((await candidateDirectories('main', place))[0]).toBe(join(place, '.rungs', 'postgres'));
    expect((await candidateDirectories('tests', place))[0]).toBe(join(place, '.rungs', 'postgres-tests'));
  });

  it('are never the same for two checkouts or two names', async () => {
    const other = join(place, 'other');
    mkdirSync(other);
    const all = await Promise.all([
      candidateDirectories('main', place),
      candidateDirectories('main', other),
      candidateDirectories('tests', place),
    ]);

    expect(new Set(all.flat()).size).toBe(all.flat().length);
  });
});

describe('a home', () => {
  it('is made in the first place that can be written, for nobody else to read', async () => {
    const home = await openHome(['/proc/nowhere/home', join(place, 'deep', 'home')]);

    expect(home.directory).toBe(join(place, 'deep', 'home'));
    // Root's server runs as nobody, which may pass through but neither list nor write.
    expect(statSync(home.directory).mode & 0o777).toBe(isRoot() ? 0o711 : 0o700);
  });

  it('is found again where a cluster is, even when a better place became writable since', async () => {
    const second = join(place, 'second');
    mkdirSync(join(second, 'cluster'), { recursive: true });
    chmodSync(second, 0o700);

    expect(await openHome([join(place, 'first'), second])).toMatchObject({ directory: second });
    expect(existsSync(join(place, 'first'))).toBe(false);
  });

  it('is never a link that somebody put there', async () => {
    mkdirSync(join(place, 'theirs', 'cluster'), { recursive: true });
    const link = join(place, 'link');
    symlinkSync(join(place, 'theirs'), link);

    expect(await findHome([link])).toBeUndefined();
    await expect(openHome([link])).rejects.toMatchObject({
      code: 'no-place',
      message: expect.stringContaining(`${link}: not a directory`),
    });
  });

  it('is never a directory that others may write to or replace', async () => {
    const open = join(place, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    await expect(openHome([open])).rejects.toThrow('others may write to it');
    await expect(openHome([join(open, 'inner')])).rejects.toThrow('others may replace it');
  });

  it('is never another user’s directory', async () => {
    const theirs = join(place, 'theirs');
    if (isRoot()) {
      mkdirSync(theirs);
      chownSync(theirs, 65_534, 65_534);
    }
    await expect(openHome([isRoot() ? theirs : '/usr'])).rejects.toThrow('belongs to another user');
  });
});

it('a directory is reachable by others only when every directory above it is', async () => {
  const inner = join(place, 'closed', 'inner');
  mkdirSync(inner, { recursive: true });
  expect(await isReachableByOthers(inner)).toBe(true);
  chmodSync(join(place, 'closed'), 0o700);
  expect(await isReachableByOthers(inner)).toBe(false);
});
