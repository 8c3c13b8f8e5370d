import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const STAND_IN = fileURLToPath(new URL('./curl-stand-in.mjs', import.meta.url));

export const HAS_CURL = spawnSync('curl', ['--version']).status === 0;

export interface ShellRun {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a script in bash.
 *
 * @param curl the machine's own, or the stand-in, which needs none and appends every status to `statuses`
 */
export function shell(script: string, curl: 'own' | { readonly statuses: string }): ShellRun {
  // Neither of the two variables for colours: with both of them, as under Nx, every Node warns on stderr.
  const { NO_COLOR: _no, FORCE_COLOR: _yes, ...environment } = process.env;
  const standIn = { NODE: process.execPath, STAND_IN, ...(curl !== 'own' && { CURL_STATUSES: curl.statuses }) };
  const commands = curl === 'own' ? script : `curl() { "$NODE" "$STAND_IN" "$@"; }\n${script}`;
  const { stdout, stderr } = spawnSync('bash', ['-c', commands], {
    encoding: 'utf8',
    env: { ...environment, ...standIn },
  });
  return { stdout, stderr };
}
