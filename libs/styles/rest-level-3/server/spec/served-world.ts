import type { Actor } from '@rungs/domain';
import { FixtureDatabase, ForgetfulPayments, serveStyle, type ServedStyle } from '@rungs/testing';
import { RestLevel3Module } from '../src/module.ts';
import { uris } from '../src/paths.ts';
import { Crawler, type Ask, type Crawl } from './crawler.ts';
import { stateWorld } from './state-world.ts';

/** The world of all states, served, and what each of its people is led to. */
export class ServedWorld {
  private constructor(
    readonly served: ServedStyle,
    private readonly database: FixtureDatabase,
    private readonly payments: ForgetfulPayments,
    private readonly crawls: ReadonlyMap<string, Crawl>,
  ) {}

  static readonly world = stateWorld();
  /** Who its people are. */
  static readonly people: readonly string[] = [...ServedWorld.world.actors.keys()];

  static async open(): Promise<ServedWorld> {
    const payments = new ForgetfulPayments();
    const served = await serveStyle([RestLevel3Module], { payments });
    const database = await FixtureDatabase.in(served.dataSource, ServedWorld.world.model);
    const crawls = new Map<string, Crawl>();
    const opened = new ServedWorld(served, database, payments, crawls);
    for (const who of ServedWorld.people) {
      const { consumerId } = { consumerId: undefined, ...ServedWorld.world.actors.get(who) };
      const baskets = ServedWorld.world.baskets.filter((basket) => basket.consumerId === consumerId);
      const bookmarks = baskets.map(({ restaurantId }) => ({ consumerId: consumerId ?? '', restaurantId }));
      crawls.set(who, await Crawler.crawl(await opened.asking(who), uris.href('home', {}), bookmarks));
    }
    return opened;
  }

  async asking(who: string): Promise<Ask> {
    const { served } = this;
    const actor = ServedWorld.world.actors.get(who) as Actor;
    const authorization: Record<string, string> =
      actor.role === 'anonymous' ? {} : { authorization: `Bearer ${await served.tokenFor(actor)}` };
    return (href, init = {}) =>
      fetch(new URL(href, served.baseUrl), { ...init, headers: { ...authorization, ...init.headers } });
  }

  crawlOf(who: string): Crawl {
    return this.crawls.get(who) as Crawl;
  }

  /** The world as it was. An import goes on after its answer: what it still does would be done to the next world. */
  async begin(): Promise<void> {
    for (let open = 1; open > 0;) {
      const [counted] = await this.served.dataSource.query<[{ open: number }]>(
        `SELECT count(*)::int AS open FROM menu_import WHERE state <> 'DONE'`,
      );
      open = counted.open;
    }
    await this.database.reset();
    this.payments.forget();
  }

  /** What was refused has changed nothing. */
  async expectUnchanged(): Promise<void> {
    await this.database.expectState(ServedWorld.world.model);
  }

  async close(): Promise<void> {
    await this.served.close();
  }
}
