import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptSecrets } from './kept-secrets.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rungs-secrets-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('KeptSecrets', () => {
  it('makes a secret once and knows it after a restart', async () => {
    const secret = await new KeptSecrets(directory).cursorSecret();
    expect(secret.length).toBeGreaterThan(40);
    expect(await new KeptSecrets(directory).cursorSecret()).toBe(secret);
  });

  it('gives two processes that start at once the same secret, and leaves nothing else behind', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => new KeptSecrets(directory).cursorSecret()));
    expect(new Set(secrets).size).toBe(1);
    expect(await readdir(directory)).toEqual(['cursor-secret']);
  });

  it('keeps secrets where only their owner reads them', async () => {
    const secrets = new KeptSecrets(join(directory, 'deeper'));
    await secrets.cursorSecret();
    await secrets.keyStore.save({ kty: 'EC' });
    expect(await secrets.keyStore.load()).toEqual({ kty: 'EC' });
    for (const file of ['cursor-secret', 'token-key.json']) {
      expect((await stat(join(directory, 'deeper', file))).mode & 0o777).toBe(0o600);
    }
  });
});
