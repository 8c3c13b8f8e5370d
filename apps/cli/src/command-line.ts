import { inspect } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CLIENT_MODES, SERVER_MODES, VISITS, type StyleEntry } from '@rungs/scenarios';
import { CLIENT_CHOICES, SCENARIO_IDS, SERVER_CHOICES, VISIT_CHOICES } from './commands/choices.ts';
import { compareCommand, FORMATS, type CompareOptions } from './commands/compare.ts';
import { explainCommand, type ExplainOptions } from './commands/explain.ts';
import { scenariosCommand, type ScenariosOptions } from './commands/scenarios.ts';
import { COMPARE_HELP, EXPLAIN_HELP, PROGRAM_HELP } from './help.ts';
import { CommandFailure, EXIT_CODES, type Terminal } from './terminal.ts';

const DEFAULT_REPEATS = 5;

/** Runs one command line, without `node` and the script's name. Resolves to the exit code. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  styles: readonly StyleEntry[],
): Promise<number> {
  let exitCode: number = EXIT_CODES.equal;
  const styleIds = styles.map(({ style }) => style);
  const program = new Command('rungs')
    .description('One food-delivery domain in REST levels 0 to 3 and GraphQL: what each style costs.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', PROGRAM_HELP);

  program
    .command('compare')
    .description('Runs a scenario through the styles on a real server and prints what each one cost.')
    .argument('<scenario>', `which one, or all: ${SCENARIO_IDS.join(', ')}`)
    .addOption(new Option('--client <mode>', 'how the clients ask').choices(CLIENT_CHOICES).default('all'))
    .addOption(new Option('--server <mode>', 'how the server loads').choices(SERVER_CHOICES).default('batched'))
    .addOption(new Option('--visit <visit>', 'which visit').choices(VISIT_CHOICES).default('first'))
    .addOption(
      new Option('--style <id>', `only this style, again for a further one: ${styleIds.join(', ')}`)
        .argParser((id: string, before: readonly string[]) => [...before, id])
        .default([], 'all'),
    )
    .option('--as <persona>', 'who asks: one of the scenario’s people (default: its first)')
    .option('--repeats <n>', 'how often each program is measured, 1 to 99', wholeNumber(1, 99), DEFAULT_REPEATS)
    .option('--url <url>', 'a running server (default: http://127.0.0.1:PORT with PORT 3000, or one started for this)')
    .addOption(
      new Option('--format <format>', 'what is printed (default: table, or what the name given to --out says)').choices(
        FORMATS,
      ),
    )
    .addOption(new Option('--json', 'short for --format json').conflicts('format'))
    .option('--out <file>', 'write to this file')
    .option('--quiet', 'no progress on the error output')
    .addHelpText('after', COMPARE_HELP)
    .action(async (scenario: string, options: CompareOptions) => {
      exitCode = await compareCommand(scenario, options, terminal, styles);
    });

  program
    .command('explain')
    .description('Runs one program of one style and shows it exchange by exchange.')
    .argument('<scenario>', `which one: ${SCENARIO_IDS.join(', ')}`)
    .option('--style <id>', `which style (needed): ${styleIds.join(', ')}`)
    .addOption(new Option('--client <mode>', 'how the client asks').choices(CLIENT_MODES).default('composed'))
    .addOption(new Option('--server <mode>', 'how the server loads').choices(SERVER_MODES).default('batched'))
    .addOption(new Option('--visit <visit>', 'which visit').choices(VISITS).default('first'))
    .option('--as <persona>', 'who asks: one of the scenario’s people (default: its first)')
    .option('--repeats <n>', 'how often the program is measured, 1 to 99', wholeNumber(1, 99), DEFAULT_REPEATS)
    .option('--url <url>', 'a running server (default: as for compare)')
    .option('--full', 'shorten nothing: all paths, whole statements')
    .option('--quiet', 'no progress on the error output')
    .addHelpText('after', EXPLAIN_HELP)
    .action(async (scenario: string, options: ExplainOptions) => {
      exitCode = await explainCommand(scenario, options, terminal, styles);
    });

  program
    .command('scenarios')
    .description('Lists the scenarios, or tells of one: what the client holds, for whom it is, who can be asked how.')
    .argument('[scenario]', `only this one, in full: ${SCENARIO_IDS.join(', ')}`)
    .option('--full', 'all of them in full')
    .action((scenario: string | undefined, options: ScenariosOptions) =>
      scenariosCommand(scenario, options, terminal, styles),
    );

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.equal : EXIT_CODES.failed;
    if (terminal.stop?.aborted) return EXIT_CODES.stopped;
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
