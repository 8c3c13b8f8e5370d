import { expect, it } from 'vitest';
import { explain } from './embedded-postgres-error.ts';

it.each([
  [
    'initdb: error: could not write to file "pg_wal/…": No space left on device',
    'disk-full',
    /\/place.*is full.*free some space/,
  ],
  ['Error: ENOSPC: no space left on device, mkdtemp', 'disk-full', /is full/],
  [
    'FATAL:  could not create lock file "postmaster.pid": Read-only file system',
    'read-only',
    /read-only disk.*writable/,
  ],
  ['FATAL:  database files are incompatible with server', 'other-major-version', /another version.*db:reset/],
  ['initdb: error: could not look up effective user ID 4711: user does not exist', 'nameless-user', /\/etc\/passwd/],
  ['initdb: error while loading shared libraries: libpq.so.5', 'no-binaries', /cannot run on this machine/],
  ['Error: spawn /x/bin/initdb ENOENT', 'no-binaries', /cannot run on this machine/],
  ['FATAL:  data directory "/place" has wrong ownership', 'no-place', /does not belong to this user/],
  [
    'LOG:  starting\nFATAL:  something new\nHINT:  none',
    'cannot-start',
    /could not start \(something new\).*server\.log/,
  ],
  ['', 'cannot-start', /it said nothing/],
])('explains %j as %s', (output, code, sentence) => {
  const error = explain(output, '/place');

  expect(error.code).toBe(code);
  expect(error.message).toMatch(sentence);
  expect(error.message).toMatch(/^[^\n]+\.$/);
  expect(error.message).toContain('DATABASE_URL');
});
