import { spawn } from 'node:child_process';

/** The unprivileged user that PostgreSQL runs as when the launcher itself is root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** How a native program ended; `output` is empty when it wrote to a file instead. */
export interface ProgramEnd {
  readonly exitCode: number | null;
  readonly output: string;
}

/**
 * Runs one of PostgreSQL's programs to its end. Nothing of the caller's environment reaches it, so
 * neither PGPORT or PGOPTIONS nor the machine's locale or time zone can change what it does.
 */
export function runProgram(
  path: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly user: ServerUser | undefined;
    /** Where the output goes; collected in memory when absent. */
    readonly outputFd?: number;
    /** Own session: a Ctrl-C in the terminal does not reach it. */
    readonly detached?: boolean;
  },
): Promise<ProgramEnd> {
  const { cwd, user, outputFd, detached = false } = options;
  return new Promise((resolve, reject) => {
    const sink = outputFd ?? 'pipe';
    const child = spawn(path, args, {
      cwd,
      detached,
      env: cleanEnvironment(),
      stdio: ['ignore', sink, sink],
      windowsHide: true,
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = process.platform === 'win32' ? ['SystemRoot', 'PATH', 'TEMP', 'TMP', 'COMSPEC'] : ['PATH'];
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of kept) if (process.env[name] !== undefined) env[name] = process.env[name];
  return env;
}
