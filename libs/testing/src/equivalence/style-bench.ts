import type { InputOf, OperationName } from '@rungs/application';
import type { StyleClient, StyleEntry } from '@rungs/scenarios';
import { expectAnswer, observe } from '../conformance/expectation.ts';
import { ForgetfulPayments } from '../forgetful-payments.ts';
import { serveStyle, type ServedStyle, type StyleModule } from '../serve-style.ts';
import { CAST, CAST_NAMES, type CastName } from './cast.ts';
import { FixtureDatabase } from './fixture-database.ts';
import { Passage } from './life-cycle.ts';
import { expectMoney } from './money.ts';
import type { Passed } from './reach.ts';
import { importOf, World, type PlannedStep, type Ways } from './world.ts';

export interface EquivalenceSubject {
  readonly entry: StyleEntry;
  /** The style's Nest module. */
  readonly module: StyleModule;
}

/** A style answered, or left things, otherwise than the oracle says. */
export class Deviation extends Error {
  override readonly name = 'Deviation';

  constructor(
    readonly style: string,
    /** Undefined for what was left in the end. */
    readonly step: PlannedStep | undefined,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

const IMPORT_LIMIT_MS = 20_000;
const POLL_MS = 5;

/** One style, served over a database of its own, and a client of it for everybody who acts. */
export class StyleBench {
  private constructor(
    private readonly subject: EquivalenceSubject,
    private readonly served: ServedStyle,
    private readonly database: FixtureDatabase,
    private readonly payments: ForgetfulPayments,
    private readonly clients: ReadonlyMap<CastName, StyleClient>,
    /** It tells in advance what may be done. */
    private readonly offers: boolean,
  ) {}

  static async open(subject: EquivalenceSubject): Promise<StyleBench> {
    const payments = new ForgetfulPayments();
    const served = await serveStyle([subject.module], { payments });
    const { baseUrl } = served;
    const clients = new Map<CastName, StyleClient>();
    for (const name of CAST_NAMES) {
      const actor = CAST[name];
      const accessToken = actor.role === 'anonymous' ? undefined : await served.tokenFor(actor);
      clients.set(name, subject.entry.connect({ baseUrl, fetch, accessToken }));
    }
    const database = await FixtureDatabase.in(served.dataSource);
    return new StyleBench(subject, served, database, payments, clients, subject.entry.style === 'rest-level-3');
  }

  get style(): string {
    return this.subject.entry.style;
  }

  /**
   * Takes the sequence through the style, from a fresh fixture, and holds every answer and the final state against the
   * oracle's. Tells what each step came to.
   * @throws Deviation at the first that differs.
   */
  async replay(steps: readonly PlannedStep[], note: (passed: Passed) => void): Promise<void> {
    await this.database.reset();
    this.payments.forget();
    const defectsBefore = this.served.defects.length;
    const world = new World(this.ways());
    for (const step of steps) {
      try {
        note(await this.take(step, world));
        this.expectNoDefectSince(defectsBefore);
      } catch (error) {
        throw new Deviation(this.style, step, error);
      }
    }
    try {
      await this.database.expectState(world.state);
      await expectMoney(this.served.dataSource, this.payments);
    } catch (error) {
      throw new Deviation(this.style, undefined, error);
    }
  }

  private ways(): Ways {
    const placesByBasket = this.subject.entry.exceptions.some(({ operation }) => operation === 'placeOrder');
    return { placesByBasket, looksFirst: this.offers };
  }

  private async take(step: PlannedStep, world: World): Promise<Passed> {
    const { as, operation } = step;
    const passage = new Passage(world.state);
    const request = world.request(step);
    const answer = world.answer(as, operation, request);
    const observed = await observe(this.client(as), operation, request as never);
    const say = (what: OperationName): string => `${as}: ${what}`;
    expectAnswer(observed, answer, operation, this.offers, say(operation));
    if ('notOffered' in observed) world.notSent(as, request, answer);
    if (operation === 'importMenu' && 'outcome' in observed) {
      const asked = importOf(observed.outcome);
      const done = await this.importDone(this.client(as), asked);
      const known = world.answer(as, 'getMenuImport', asked);
      expectAnswer({ outcome: done }, known, 'getMenuImport', this.offers, say('getMenuImport'));
    }
    world.nameNewcomers(step);
    const transitions = passage.of(operation, request);
    return { style: this.style, operation, answer, notOffered: 'notOffered' in observed, transitions };
  }

  private client(name: CastName): StyleClient {
    return this.clients.get(name) as StyleClient;
  }

  private async importDone(client: StyleClient, asked: InputOf<'getMenuImport'>): Promise<unknown> {
    const latestMs = Date.now() + IMPORT_LIMIT_MS;
    for (;;) {
      const told = await client.getMenuImport(asked);
      if (told.state === 'DONE') return told;
      if (Date.now() > latestMs) throw new Error(`The import was not done in ${IMPORT_LIMIT_MS} ms.`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  private expectNoDefectSince(before: number): void {
    const defect = this.served.defects[before];
    if (defect !== undefined) throw new Error('The server had a defect.', { cause: defect });
  }

  async close(): Promise<void> {
    await this.served.close();
  }
}
