import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyStore } from '@rungs/http';

/** Secrets of development, made once and kept in files that only their owner may read. */
export class KeptSecrets {
  constructor(private readonly directory: string) {}

  /** Makes cursors outlive a restart. */
  async cursorSecret(): Promise<string> {
    const name = 'cursor-secret';
    return (await this.read(name)) ?? (await this.keep(name, randomBytes(32).toString('base64url')));
  }

  /** Makes tokens outlive a restart. */
  get keyStore(): KeyStore {
    const name = 'token-key.json';
    return {
      load: async () => {
        const text = await this.read(name);
        return text === undefined ? undefined : (JSON.parse(text) as Awaited<ReturnType<KeyStore['load']>>);
      },
      save: async (key) => JSON.parse(await this.keep(name, JSON.stringify(key))) as typeof key,
    };
  }

  private async read(name: string): Promise<string | undefined> {
    try {
      return await readFile(join(this.directory, name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Answers what is kept from now on: another process's, when that one was quicker. */
  private async keep(name: string, secret: string): Promise<string> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const path = join(this.directory, name);
    const draft = `${path}-${process.pid}-${randomBytes(4).toString('hex')}`;
    await writeFile(draft, secret, { mode: 0o600, flag: 'wx' });
    try {
      // A link is made whole or not at all, and never over another's.
      await link(draft, path);
      return secret;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return (await this.read(name)) ?? secret;
    } finally {
      await rm(draft, { force: true });
    }
  }
}
