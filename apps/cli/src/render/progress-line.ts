import type { Progress } from '@rungs/measure';
import type { ScenarioId, StyleEntry } from '@rungs/scenarios';
import type { Terminal } from '../terminal.ts';

const START_OF_LINE_AND_ERASE = '\r\u001b[K';

/** Tells on the error output how far a comparison is: in one line that is written over, or where that cannot be, once. */
export class ProgressLine {
  #isShown = false;

  constructor(
    private readonly terminal: Pick<Terminal, 'err' | 'errColumns'>,
    private readonly styles: readonly StyleEntry[],
    private readonly isQuiet: boolean,
  ) {}

  /** A line that stays. */
  notice(line: string): void {
    this.clear();
    if (!this.isQuiet) this.terminal.err(`${line}\n`);
  }

  /** @param place `3/9` of several scenarios */
  forScenario(id: ScenarioId, place?: string): (progress: Progress) => void {
    const name = place === undefined ? id : `${place} ${id}`;
    const { errColumns } = this.terminal;
    let isTold = false;
    return ({ done, total, running }) => {
      if (this.isQuiet) return;
      if (errColumns === undefined) {
        if (!isTold) this.terminal.err(`${name}: ${total} program runs …\n`);
        isTold = true;
        return;
      }
      const title = this.styles.find(({ style }) => style === running.style)?.title.split(':', 1)[0] ?? running.style;
      const where = `${title}, ${running.client} on ${running.server}, ${running.visit} visit`;
      const line = `${name}  ${done}/${total}  ${where}`;
      // A line that is too long would begin a second one, which nothing erases.
      this.terminal.err(`${START_OF_LINE_AND_ERASE}${line.slice(0, errColumns - 1)}`);
      this.#isShown = true;
    };
  }

  /** Leaves nothing behind. */
  clear(): void {
    if (this.#isShown) this.terminal.err(START_OF_LINE_AND_ERASE);
    this.#isShown = false;
  }
}
