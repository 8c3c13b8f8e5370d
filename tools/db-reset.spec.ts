import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

function reset(databaseUrl: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'db-reset.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  return { status, stdout, stderr };
}

it('refuses to empty a database that is not its own until told twice', () => {
  expect(reset('postgres://me:secret@127.0.0.1:1/mine')).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^The database "mine" on 127\.0\.0\.1:1 is yours.*npm run db:reset -- --yes"\.\n$/),
  });
});

it('says in one line why a database cannot be emptied, without the password', () => {
  expect(reset('postgres://me:secret@127.0.0.1:1/mine', '--yes')).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^The database "mine" on 127\.0\.0\.1:1 could not be emptied \((?!.*secret).*\n$/),
  });
});
