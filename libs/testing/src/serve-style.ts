import { Module, type DynamicModule, type LoggerService, type Type } from '@nestjs/common';
import {
  PERSONAS,
  type Clock,
  type Counts,
  type IdGenerator,
  type Payments,
  type PersonaName,
  type Reads,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import {
  createHttpApp,
  subjectOfRequest,
  TokenService,
  type Defect,
  type EventStreamSettings,
  type KeyStore,
  type RateLimitSettings,
} from '@rungs/http';
import { openDataSource, type DataSource } from '@rungs/persistence';
import { registerTelemetry, TraceLoadingScope, TraceStatementObserver } from '@rungs/telemetry';
import { UseCasesModule } from '@rungs/wiring';
import { DescribedAnswers } from './openapi/described-answers.ts';
import { createTestDatabase } from './test-database.ts';

/** A style's Nest module. */
export type StyleModule = Type | DynamicModule;

export interface ServeStyleOptions {
  /** Served from here instead of a database of its own. */
  readonly databaseUrl?: string;
  /** Asked instead of a provider of its own. */
  readonly payments?: Payments;
  /** Instead of the system's. */
  readonly clock?: Clock;
  /** Instead of random ones: two servers with the same ids, clock and data give the same answers. */
  readonly ids?: IdGenerator;
  /** What use cases read and count through, made of the ports as they are: to have one of them fail. */
  readonly readsThrough?: <P extends Reads | Counts>(port: P) => P;
  /** How streams of events are kept; as many as they like for each actor unless given. */
  readonly eventStreams?: EventStreamSettings;
  /** The monotonic clock that the server's own time is measured with. */
  readonly nowMs?: () => number;
  /** How much each actor may ask; as much as they like unless given. */
  readonly rateLimit?: RateLimitSettings;
}

/** A real server on a port of its own, composed as the product is. */
export interface ServedStyle {
  /** `http://127.0.0.1:40123`, without a trailing slash. */
  readonly baseUrl: string;
  /** The same database, past the server. */
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  /** A good bearer token. */
  tokenFor(who: PersonaName | SignedInActor): Promise<string>;
  /** The key that its tokens are signed with: for forgeries that differ from a good token in one thing only. */
  readonly signingKey: SigningKey;
  /** What was answered or logged as a defect, so far; a suite that expects none says so. */
  readonly defects: readonly unknown[];
  /** The same where it was answered as a defect: under which trace id, and as which part of its answer. */
  readonly logged: readonly LoggedDefect[];
  /** What was answered, so far, and is not in the OpenAPI document of its style: status, media type, body or field. */
  readonly undocumented: readonly string[];
  /** Ends server, pool and the database of its own. Rejects when anything was undocumented, so that its suite fails. */
  close(): Promise<void>;
}

export interface LoggedDefect extends Defect {
  readonly error: unknown;
}

type SigningKey = Parameters<KeyStore['save']>[0];

type SignedInActor = Exclude<Actor, { readonly role: 'anonymous' }>;

@Module({})
class ServedModule {}

/** Serves styles over PostgreSQL. Call `close()` in `afterAll`. */
export async function serveStyle(
  modules: readonly StyleModule[],
  { databaseUrl, payments, clock, ids, readsThrough, eventStreams, nowMs, rateLimit }: ServeStyleOptions = {},
): Promise<ServedStyle> {
  const database = databaseUrl === undefined ? await createTestDatabase() : { url: databaseUrl, drop: nothing };
  const dataSource = await openDataSource({ url: database.url, observer: new TraceStatementObserver() });
  let signingKey: SigningKey = {};
  const tokens = await TokenService.withOwnKey(
    { issuer: 'rungs', audience: 'rungs' },
    { load: () => Promise.resolve(undefined), save: (key) => Promise.resolve((signingKey = key)) },
  );
  const defects: unknown[] = [];
  const logged: LoggedDefect[] = [];
  const answers = new DescribedAnswers();
  const app = await createHttpApp(
    {
      module: ServedModule,
      imports: [
        UseCasesModule.forRoot({
          dataSource,
          cursorSecret: 'the cursors of one test run',
          loading: new TraceLoadingScope(),
          ...(payments && { payments }),
          ...(clock && { clock }),
          ...(ids && { ids }),
          ...(readsThrough && { readsThrough }),
        }),
        ...modules,
      ],
    },
    {
      tokens,
      rateLimit,
      eventStreams,
      traceIdOf: ({ traceId }) => traceId,
      onDefect: (error, defect) => {
        defects.push(error);
        logged.push({ ...defect, error });
      },
      nestLogger: errorsInto(defects),
      first: (fastify) => {
        registerTelemetry(fastify, { enabled: true, subjectOf: subjectOfRequest, ...(nowMs && { nowMs }) });
        answers.watch(fastify);
      },
    },
  );
  await app.listen(0, '127.0.0.1');
  const baseUrl = (await app.getUrl()).replace(/\/$/, '');
  await answers.learn(app.getHttpAdapter().getInstance(), baseUrl);
  return {
    baseUrl,
    dataSource,
    databaseUrl: database.url,
    tokenFor: async (who) => (await tokens.issue(typeof who === 'string' ? PERSONAS[who] : who)).access_token,
    signingKey,
    defects,
    logged,
    undocumented: answers.violations,
    close: async () => {
      await app.close();
      await dataSource.destroy();
      await database.drop();
      if (answers.violations.length > 0)
        throw new Error(`Not documented: ${answers.violations.slice(0, 20).join('\n')}`);
    },
  };
}

/** Nest's own lines of errors: where a style answers inside of its envelope, a defect is logged and never thrown. */
function errorsInto(defects: unknown[]): LoggerService {
  const note = (...said: unknown[]): void => void defects.push(said);
  return { log: () => undefined, warn: () => undefined, error: note, fatal: note };
}

const nothing = (): Promise<void> => Promise.resolve();
