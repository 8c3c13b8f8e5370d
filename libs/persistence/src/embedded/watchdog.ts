import { spawn } from 'node:child_process';

/** Removes an ephemeral cluster when the process that made it is gone, killed or not. */
export interface Watchdog {
  /** Tells which server to stop. */
  watch(pid: number): void;
  /** Sends it home: the cluster was removed in good order. */
  dismiss(): void;
}

/**
 * The end of its standard input is the sign: the system closes that pipe however this process ends,
 * and nobody has to poll a process id that may have gone to a stranger.
 */
const SCRIPT = `
while read -r line; do
  if [ "$line" = dismiss ]; then exit 0; fi
  pid=$line
done
if [ -n "$pid" ]; then kill -QUIT "$pid" 2>/dev/null; fi
rm -rf "$1"; sleep 1; rm -rf "$1"
`;

/** Starts the watchdog for one directory. Windows has no such shell: there a killed test run leaves its directory. */
export function startWatchdog(directory: string): Watchdog {
  if (process.platform === 'win32') return { watch: () => undefined, dismiss: () => undefined };
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'rungs-watchdog', directory], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell there is no watchdog, and nothing else changes.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref?: () => void }).unref?.();
  return {
    watch: (pid) => child.stdin.write(`${pid}\n`),
    dismiss: () => child.stdin.end('dismiss\n'),
  };
}
