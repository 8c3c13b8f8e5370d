import 'reflect-metadata';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, subjectOfRequest, TokenService, type RateLimitSettings } from '@rungs/http';
import { DemoData } from '@rungs/persistence';
import { LOADING, registerTelemetry } from '@rungs/telemetry';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';
import { openDatabase, type Database } from './database.ts';
import { readEnvironment } from './environment.ts';
import { registerGraphiqlDoor } from './graphiql-door.ts';
import { KeptSecrets } from './kept-secrets.ts';
import { nestLoggerTo, type Log } from './log.ts';
import { registerPage } from './page.ts';
import { registerRequestLog } from './request-log.ts';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));

/** Where development keeps its secrets when the database is the user's own. */
const CHECKOUT_DATA_DIRECTORY = join(CHECKOUT, '.rungs');

/** How long requests in flight may take to finish; longer than any statement may run. */
const FINISH_LIMIT_MS = 7_000;

/** A comparison asks as fast as it is answered, and as one person; it must come to its end without a pause. */
const LAB_BUDGET_FACTOR = 100;

/** A running server. */
export interface Application {
  /** `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  /** Takes no more requests, finishes those in flight, then gives up the pool and the embedded database. */
  close(): Promise<void>;
  /** Ends the requests in flight now; `close` then has nothing to wait for. */
  hurry(): void;
}

/** Starts everything, or nothing: what was begun is ended before it throws. */
export async function startApplication(config: Config, log: Log): Promise<Application> {
  const database = await openDatabase(config, (line) => log.info(line));
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp(config, log, database);
    await app.listen(config.port, config.host);
  } catch (error) {
    await app?.close().catch(() => undefined);
    await database.close().catch(() => undefined);
    throw error;
  }
  return handle(app, database);
}

async function createApp(config: Config, log: Log, database: Database): Promise<NestFastifyApplication> {
  const { dataSource } = database;
  const secrets = new KeptSecrets(config.dataDirectory ?? database.embeddedDirectory ?? CHECKOUT_DATA_DIRECTORY);
  const tokens = await tokenService(config, secrets);
  const graphql = { introspection: !config.isProduction, documents: config.graphqlDocuments };
  const module = AppModule.of({
    dataSource,
    tokens,
    cursorSecret: config.cursorSecret ?? (await secrets.cursorSecret()),
    checkDatabase: () => database.check(),
    graphql,
    ...(!config.isProduction && {
      development: {
        resetData: oneAtATime(() => new DemoData(dataSource).reset()),
        environment: await readEnvironment(config, database.version, CHECKOUT),
      },
    }),
  });
  let app: NestFastifyApplication | undefined = undefined;
  const isServing = (): boolean => app?.getHttpServer().listening === true;
  app = await createHttpApp(module, {
    tokens,
    rateLimit: rateLimitOf(config),
    eventStreams: { mostPerActor: config.eventStreamsPerActor || Infinity },
    traceIdOf: ({ traceId }) => traceId,
    onDefect: (error, { traceId, method, path, part }) =>
      log.error({ err: error, traceId, part }, `${method} ${path} failed${part === undefined ? '' : ` at ${part}`}`),
    // What hinders the start is thrown, and said once, in a sentence, by whoever started it.
    nestLogger: nestLoggerTo(log, isServing),
    first: (fastify) => {
      registerTelemetry(fastify, { enabled: !config.isProduction, subjectOf: subjectOfRequest });
      registerRequestLog(fastify, log);
      // Answers are what they say they are (Fetch §3.6); nothing else belongs on every answer of an API.
      fastify.addHook('onRequest', (_request, reply, done) => {
        void reply.header('x-content-type-options', 'nosniff');
        done();
      });
      // Where the schema is not shown, or nothing new may be asked, GraphiQL is of no use.
      if (graphql.introspection && graphql.documents === 'any') registerGraphiqlDoor(fastify);
      registerPage(fastify);
    },
  });
  return app;
}

/** In production nobody measures: there the field means nothing, and buys nobody a larger budget. */
function rateLimitOf({ rateLimitPerMinute: perMinute, isProduction }: Config): RateLimitSettings | undefined {
  if (perMinute === 0) return undefined;
  const lab: RateLimitSettings['lab'] = {
    perMinute: perMinute * LAB_BUDGET_FACTOR,
    isOfLab: ({ headers }) => headers[LOADING] !== undefined,
  };
  return { perMinute, ...(!isProduction && { lab }) };
}

async function tokenService({ tokens }: Config, secrets: KeptSecrets): Promise<TokenService> {
  const { keys, ...settings } = tokens;
  if (keys === undefined) return TokenService.withOwnKey(settings, secrets.keyStore);
  return TokenService.withKeysOf(settings, keys as Parameters<typeof TokenService.withKeysOf>[1]);
}

function handle(app: NestFastifyApplication, database: Database): Application {
  const { port, address, family } = app.getHttpServer().address() as { port: number; address: string; family: string };
  const hurry = (): void => app.getHttpServer().closeAllConnections();
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const limit = setTimeout(hurry, FINISH_LIMIT_MS);
    try {
      await app.close();
    } finally {
      clearTimeout(limit);
      await database.close();
    }
  };
  return {
    baseUrl: `http://${hostOf(address, family)}:${port}`,
    close: () => (closing ??= close()),
    hurry,
  };
}

/** An address to ask at: one that means "all of them" is reached by the loopback one. */
function hostOf(address: string, family: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  if (address === '::') return 'localhost';
  return family === 'IPv6' ? `[${address}]` : address;
}

/** Two resets at once are one. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work().finally(() => (running = undefined)));
}
