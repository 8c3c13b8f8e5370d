import type { Application } from './application.ts';
import { ConfigError, readConfig, type Config } from './config.ts';

/**
 * Runs the server until it is told to end. The signals are handled here and not by Nest, whose shutdown hooks raise
 * the signal again before the embedded database has stopped.
 */
async function run(config: Config): Promise<void> {
  // After the configuration is known to be good: most of the time until the first sign of life is spent in loading.
  const { announcement } = await import('./announcement.ts');
  const { startApplication } = await import('./application.ts');
  const { startFailureSentence } = await import('./failure.ts');
  const { createLog } = await import('./log.ts');
  let application: Application | undefined;
  let ending = false;

  const end = async (running: Application): Promise<never> => {
    try {
      await running.close();
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
    process.exit(0);
  };
  const onSignal = (): void => {
    // A second signal is impatience: requests in flight are cut, the database is still stopped in good order.
    if (ending) application?.hurry();
    ending = true;
    // During the start, the server is ended as soon as it has come about.
    if (application) void end(application);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);

  try {
    application = await startApplication(config, createLog(config));
  } catch (error) {
    console.error(startFailureSentence(error, config) ?? error);
    process.exit(1);
  }
  if (ending) await end(application);
  process.stdout.write(`${announcement(application.baseUrl, config)}\n`);
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}

await run(configOrExit());
