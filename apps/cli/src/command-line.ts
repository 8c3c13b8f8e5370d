import { inspect } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { SCENARIOS } from '@rungs/measure';
import { CLIENT_MODES, type StyleEntry } from '@rungs/scenarios';
import { compareCommand, type CompareOptions } from './commands/compare.ts';
import { scenariosCommand } from './commands/scenarios.ts';
import { CommandFailure, EXIT_CODES, type Terminal } from './terminal.ts';

const COMPARE_HELP = `
In a checkout, \`npm run compare --\` stands for \`rungs compare\`; before a pipe,
\`npm run --silent compare --\`.

Exit codes:
  0  all programs built the same view
  1  view models differ: the comparison is void
  2  wrong usage, no server, or a program failed`;

/** Runs one command line, without `node` and the script's name. Resolves to the exit code. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  styles: readonly StyleEntry[],
): Promise<number> {
  let exitCode: number = EXIT_CODES.equal;
  const program = new Command('rungs')
    .description('One food-delivery domain in REST levels 0 to 3 and GraphQL: what each style costs.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .showHelpAfterError('(add --help for what there is)');
  program
    .command('compare')
    .description('Runs a scenario through every style on a real server and prints what each one cost.')
    .argument('<scenario>', `which one: ${Object.keys(SCENARIOS).join(', ')}`)
    .option('--json', 'print the data document and nothing else', false)
    .option('--url <url>', 'a running server (default: http://127.0.0.1:PORT with PORT 3000, or one started for this)')
    .option('--as <persona>', 'who asks: ann, bob, luigi, mei, dana or sam', 'ann')
    .addOption(new Option('--mode <mode>', 'how the clients ask').choices([...CLIENT_MODES, 'all']).default('all'))
    .option('--repeats <n>', 'how often each program is measured, 1 to 99', wholeNumber(1, 99), 5)
    .addHelpText('after', COMPARE_HELP)
    .action(async (scenario: string, options: CompareOptions) => {
      exitCode = await compareCommand(scenario, options, terminal, styles);
    });
  program
    .command('scenarios')
    .description('Lists the scenarios.')
    .action(() => scenariosCommand(terminal));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.equal : EXIT_CODES.failed;
    // Anything else is a defect of ours; its trace is for whoever mends it.
    terminal.err(`${error instanceof CommandFailure ? error.message : inspect(error)}\n`);
    return EXIT_CODES.failed;
  }
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`A whole number from ${min} to ${max} is needed.`);
    }
    return value;
  };
}
