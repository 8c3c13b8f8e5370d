import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { checkoutCommit } from './checkout-commit.ts';

/** Answer of `GET /lab/environment`: where the figures of a run come from. */
export interface EnvironmentDocument {
  readonly schema: 'rungs.environment/1';
  /** Absent where nobody said it and the server does not run from a checkout. */
  readonly commit?: string;
  /** `v24.1.0`. */
  readonly node: string;
  /** `linux x64`. */
  readonly platform: string;
  /** Model and number of cores. */
  readonly cpu: string;
  /** `18.4`. */
  readonly postgres: string;
  /** The version of this package. */
  readonly rungs: string;
}

const PACKAGE = new URL('../package.json', import.meta.url);

/** Read once, when the server starts: what is checked out later is not what runs. */
export async function readEnvironment(
  { commit }: { readonly commit: string | undefined },
  postgres: string,
  checkout: string,
): Promise<EnvironmentDocument> {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  const known = commit ?? (await checkoutCommit(checkout));
  const cores = cpus();
  return {
    schema: 'rungs.environment/1',
    ...(known !== undefined && { commit: known }),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: `${cores[0]?.model.trim() || 'unknown'} x ${cores.length}`,
    postgres,
    rungs: version,
  };
}
