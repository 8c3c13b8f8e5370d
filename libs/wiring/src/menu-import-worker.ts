import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { MenuImportLineFailed, type ImportWorker, type MenuImporter } from '@rungs/application';
import { AsyncLocalStorage } from 'node:async_hooks';

/** How long an import waits at most that a dead process left, or that a failure interrupted. */
const POLL_MS = 2_000;

/**
 * Reads the lines of menu imports while the application runs, one after another. Several processes may: each line is
 * claimed by one of them.
 */
export class MenuImportWorker implements ImportWorker, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MenuImportWorker.name);
  /** Whoever wakes it may be a request, whose trace is not to count what is done here. */
  private readonly inOwnContext = AsyncLocalStorage.snapshot();
  private reading: Promise<void> | undefined;
  private wokenAgain = false;
  private stopped = false;
  private poll: NodeJS.Timeout | undefined;

  constructor(private readonly importer: Pick<MenuImporter, 'readNextLine'>) {}

  wake(): void {
    if (this.stopped) return;
    // What is being read now may have ended its last look before there was something to do.
    this.wokenAgain = true;
    this.reading ??= this.inOwnContext(() => this.read());
  }

  onApplicationBootstrap(): void {
    this.wake();
    this.poll = this.inOwnContext(() => setInterval(() => this.wake(), POLL_MS)).unref();
  }

  /** Finishes the line in hand; the lines after it are for whoever comes next. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    await this.reading;
  }

  private async read(): Promise<void> {
    try {
      while (this.wokenAgain && !this.stopped) {
        this.wokenAgain = false;
        while (!this.stopped && (await this.readLine()));
      }
    } catch (error) {
      // Nothing of the line was kept: it is read again at the next poll.
      const { code, message, stack } = error as { code?: unknown; message?: string; stack?: string };
      if (code === 'unavailable') this.logger.warn(`Menu imports have to wait: ${message}`);
      else this.logger.error(`Menu imports cannot go on: ${message}`, stack);
    } finally {
      this.reading = undefined;
    }
  }

  private async readLine(): Promise<boolean> {
    try {
      return await this.importer.readNextLine();
    } catch (error) {
      if (!(error instanceof MenuImportLineFailed)) throw error;
      this.logger.error(error.message, error.cause instanceof Error ? error.cause.stack : error.stack);
      return true;
    }
  }
}
