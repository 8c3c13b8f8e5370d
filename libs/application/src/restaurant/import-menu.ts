import { refuseInvalid, subjectOf, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { ImportedLine, MenuCsv } from '../ports/menu-csv.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, type Unchecked } from '../unchecked.ts';
import { REQUIRED_COLUMNS } from './imported-dish.ts';
import { changeRestaurant } from './restaurant-change.ts';

export const MAX_CSV_CHARACTERS = 200_000;
export const MAX_CSV_LINES = 500;

/** Whoever reads the lines of imports, one after the other, in its own time. */
export interface ImportWorker {
  /** There is something to do. */
  wake(): void;
}

/** Takes a file of dishes in. They are read afterwards, line by line; `getMenuImport` tells how far it is. */
export class ImportMenu {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly csv: MenuCsv,
    private readonly worker: ImportWorker,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'importMenu'>>): Promise<OutcomeOf<'importMenu'>> {
    const { unitOfWork, clock } = this;
    const accepted = await changeRestaurant({ unitOfWork, clock }, actor, 'importMenu', input, async (held) => {
      const lines = this.linesOf(checked(input).csv);
      const added = { id: this.ids.next(), restaurantId: held.restaurant.id, requestedAt: clock.now() };
      await held.transaction.addMenuImport({ ...added, requestedBy: subjectOf(actor) }, lines);
      await held.note();
      return { ...added, state: 'WAITING' as const, lineCount: lines.length, lines: [] };
    });
    this.worker.wake();
    return accepted;
  }

  private linesOf(csv: string): readonly ImportedLine[] {
    const refuse = (message: string): void => refuseInvalid([{ path: '/csv', message }]);
    if (csv.length > MAX_CSV_CHARACTERS) refuse(`must have at most ${MAX_CSV_CHARACTERS} characters`);
    const read = this.csv.read(csv);
    if ('problem' in read) {
      refuse(`must be CSV (RFC 4180): ${read.problem}`);
      return [];
    }
    const missing = REQUIRED_COLUMNS.filter((column) => !read.columns.includes(column));
    if (missing.length > 0) refuse(`must name in its first line: ${missing.join(', ')}`);
    if (read.lines.length < 1 || read.lines.length > MAX_CSV_LINES) {
      refuse(`must have 1 to ${MAX_CSV_LINES} lines of dishes`);
    }
    return read.lines;
  }
}
