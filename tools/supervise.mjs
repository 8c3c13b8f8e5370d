import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { clearInterval, setInterval } from 'node:timers';

/** Run inside the application: when this supervisor is killed, the application ends too, and in good order. */
const END_WITH_SUPERVISOR = `data:text/javascript,${encodeURIComponent(
  `process.once('disconnect', () => process.kill(process.pid, 'SIGTERM')); process.channel?.unref();`,
)}`;

const PARENT_CHECK_MS = 250;

/**
 * Runs one application to its end and passes on the first signal that asks it to stop. It runs in a session of its
 * own: on Ctrl-C the terminal and npm both signal this process, and the application must hear of it once.
 *
 * @param {{ node: string, script: string, args: string[], cwd: string, graceMs: number }} application `graceMs` is
 *   how long it may take to end after a signal before it is killed
 * @returns {Promise<number>} its exit code; 1 when it had to be killed
 */
export function supervise({ node, script, args, cwd, graceMs }) {
  const isWindows = process.platform === 'win32';
  const child = spawn(node, ['--enable-source-maps', '--import', END_WITH_SUPERVISOR, script, ...args], {
    cwd,
    detached: !isWindows,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

  let killed = false;
  let grace;
  const pass = (signal) => {
    if (grace !== undefined) return;
    grace = setTimeout(() => {
      killed = true;
      console.error(`Rungs did not end within ${graceMs / 1000} s and was killed.`);
      child.kill('SIGKILL');
    }, graceMs);
    // Windows delivers Ctrl-C to the application itself, and any signal sent by a program is a kill there.
    if (!isWindows) child.kill(signal);
  };
  // A closed terminal is no reason to end in another way.
  process.on('SIGINT', () => pass('SIGINT'));
  process.on('SIGTERM', () => pass('SIGTERM'));
  process.on('SIGHUP', () => pass('SIGTERM'));
  // Nobody passes a signal on that killed npm, or the shell between npm and this process.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && pass('SIGTERM'), PARENT_CHECK_MS);
  if (!process.env.npm_lifecycle_event) clearInterval(watch);

  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`The application could not be run: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      clearTimeout(grace);
      if (killed) resolve(1);
      else resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
