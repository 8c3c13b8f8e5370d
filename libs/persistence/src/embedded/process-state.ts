import { readFileSync } from 'node:fs';

/** Whether the system has given this process number to anybody, running or ended. */
export function isNumberInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: another user's process.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether a process of this number runs. One that has ended and was never collected does not count:
 * in a container without an init it keeps its number for as long as the container lives.
 */
export function isRunning(pid: number): boolean {
  return isNumberInUse(pid) && !isZombie(pid);
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    // proc(5): "pid (command) state …", and the command may hold parentheses of its own.
    return /^.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
