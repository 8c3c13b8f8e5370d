import { expect, it } from 'vitest';
import { CommandLineError, parseCommandLine, USAGE } from './command-line.ts';

it('measures in five rounds of three seconds with 48 connections unless told otherwise', () => {
  expect(parseCommandLine(['graphql'])).toEqual({ seconds: 3, rounds: 5, connections: 48 });
  expect(parseCommandLine(['graphql', '--seconds', '0.5', '--rounds=2', '--connections', '8'])).toEqual({
    seconds: 0.5,
    rounds: 2,
    connections: 8,
  });
});

it('says what it does when asked', () => {
  expect(parseCommandLine(['--help'])).toBe('help');
  for (const option of ['--seconds', '--rounds', '--connections']) expect(USAGE).toContain(option);
});

it.each([
  [[], 'Say what to measure'],
  [['rest'], 'Say what to measure'],
  [['graphql', 'again'], 'Say what to measure'],
  [['graphql', '--speed', '9'], '--speed'],
  [['graphql', '--seconds'], '--seconds'],
  [['graphql', '--seconds', '0'], '--seconds is "0"; allowed: a number from 0.2 to 600.'],
  [['graphql', '--rounds', '1.5'], '--rounds is "1.5"; allowed: a whole number from 1 to 100.'],
  [['graphql', '--connections', '1e2'], '--connections is "1e2"; allowed: a whole number from 1 to 1000.'],
])('refuses %j and says why', (args, why) => {
  const parse = () => parseCommandLine(args);
  expect(parse).toThrow(CommandLineError);
  expect(parse).toThrow(why);
});
