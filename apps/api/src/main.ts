import { announcement } from './announcement.ts';
import { startApplication, type Application } from './application.ts';
import { readConfig, type Config } from './config.ts';
import { startFailureSentence } from './failure.ts';
import { createLog } from './log.ts';

/**
 * Runs the server until it is told to end. The signals are handled here and not by Nest, whose shutdown hooks raise
 * the signal again before the embedded database has stopped.
 */
async function run(): Promise<void> {
  let config: Config | undefined;
  let application: Application | undefined;
  let ending = false;

  const end = async (running: Application): Promise<void> => {
    try {
      await running.close();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  const onSignal = (): void => {
    // A second signal is impatience: requests in flight are cut, the database is still stopped in good order.
    if (ending) application?.hurry();
    ending = true;
    // During the start, it is ended as soon as it has come about.
    if (application) void end(application);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);

  try {
    config = readConfig(process.env);
    application = await startApplication(config, createLog(config));
    if (ending) await end(application);
    process.stdout.write(`${announcement(application.baseUrl, config)}\n`);
  } catch (error) {
    const sentence = startFailureSentence(error, config);
    console.error(sentence ?? error);
    process.exit(1);
  }
}

await run();
