import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlOf, tokenStepOf } from './curl.ts';
import type { FirstCall } from './first-calls.ts';
import { FIRST_CALLS, tokenCall } from './first-calls.ts';

const ORIGIN = 'http://127.0.0.1:3000';

/** What a POSIX shell hands to curl: the command with a function of that name in its place. */
function argumentsOf(command: string, variables = ''): string[] {
  const script = `curl() { for argument; do printf '%s\\0' "$argument"; done; }\n${variables}\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('a first call as a command', () => {
  it('carries the body word by word through the shell', () => {
    const [call] = FIRST_CALLS['rest-level-0'];
    const given = argumentsOf(curlOf(call, ORIGIN, { kind: 'none' }));
    expect(given).toEqual([
      '-s',
      `${ORIGIN}/level0`,
      '-H',
      'content-type: application/json',
      '-d',
      JSON.stringify(call.body),
    ]);
  });

  it('survives quotes, dollars and backslashes', () => {
    const body = { text: `it's "$HOME" \\ \`id\`` };
    const call: FirstCall = { method: 'POST', path: '/level0', headers: {}, body };
    expect(argumentsOf(curlOf(call, ORIGIN, { kind: 'none' })).at(-1)).toBe(JSON.stringify(body));
  });

  it('reads the token from the shell variable until there is one to show', () => {
    const [call] = FIRST_CALLS['rest-level-2'];
    expect(argumentsOf(curlOf(call, ORIGIN, { kind: 'shell-variable' }), 'TOKEN=abc')).toContain(
      'authorization: Bearer abc',
    );
    expect(argumentsOf(curlOf(call, ORIGIN, { kind: 'token', token: 'x.y.z' }))).toContain(
      'authorization: Bearer x.y.z',
    );
  });

  it('puts the token of the answer into the variable', () => {
    const answer = `curl() { echo '{"access_token":"x.y-_z","token_type":"Bearer","expires_in":3600}'; }`;
    const script = `${answer}\n${tokenStepOf(tokenCall('ann'), ORIGIN)}\nprintf %s "$TOKEN"`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe('x.y-_z');
  });
});
