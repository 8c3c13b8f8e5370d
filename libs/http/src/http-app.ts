import { randomBytes } from 'node:crypto';
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { registerBodyParsers } from './body-parsers.ts';
import { registerCodingChecks, registerCompression } from './compression.ts';
import { registerEventStreams, type EventStreamSettings } from './event-stream.ts';
import { answerNonsense } from './nonsense.ts';
import { registerOptions } from './options.ts';
import { registerProblemPages } from './problem-pages.ts';
import { registerRateLimit, type RateLimitSettings } from './rate-limit.ts';
import { pathAndQueryOf } from './request-target.ts';
import { RouteTable } from './route-table.ts';
import { refuseWhileShuttingDown } from './shutting-down.ts';
import { registerSignIn } from './sign-in.ts';
import { RegisteredStyleErrors, styleErrorsFor, type StyleErrors } from './style-errors.ts';
import { StyleExceptionFilter, type Defect } from './style-exception.filter.ts';
import type { TokenService } from './token-service.ts';
import { WebSockets } from './web-sockets.ts';

/** Room for the largest photo in base64 and the longest list of dishes, with what is around them. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** A client that sends its request slower than this is cut. */
const RECEIVE_LIMIT_MS = 10_000;
const RECEIVE_CHECK_INTERVAL_MS = 2_000;
/** Longer than any path parameter of ours; what exceeds it is answered 414. */
const MAX_PARAM_CHARACTERS = 200;

export interface HttpAppOptions {
  readonly tokens: TokenService;
  /** What is thrown and neither a refusal nor HTTP's: a defect of ours, to be logged. */
  readonly onDefect: (error: unknown, defect: Defect) => void;
  /** Telemetry's: names the request in logs and answers. A random id otherwise. */
  readonly traceIdOf?: (request: FastifyRequest) => string;
  /** Called before anything else is registered: what must come first (telemetry) or must see every route. */
  readonly first?: (fastify: FastifyInstance) => void;
  /** How much each actor may ask of the styles; as much as they like unless given. */
  readonly rateLimit?: RateLimitSettings | undefined;
  /** How streams of events are kept. */
  readonly eventStreams?: EventStreamSettings | undefined;
  /** Where Nest's own lines go; nowhere by default. */
  readonly nestLogger?: LoggerService;
}

/**
 * A Nest application on Fastify with everything that all styles share: sign-in, body parsers, limits, and one
 * exception filter that lets the style of the path say no. The product and the tests serve the same one.
 */
export async function createHttpApp(
  rootModule: Type | DynamicModule,
  options: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const { traceIdOf = ({ id }) => id } = options;
  const routes = new RouteTable();
  let styles: readonly StyleErrors[] = [];
  const filter = new StyleExceptionFilter(() => styles, { routes, traceIdOf, onDefect: options.onDefect });

  const webSockets = new WebSockets();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: RECEIVE_LIMIT_MS,
    http: {
      headersTimeout: RECEIVE_LIMIT_MS,
      connectionsCheckingInterval: RECEIVE_CHECK_INTERVAL_MS,
      shouldUpgradeCallback: (request) => webSockets.takes(request),
    },
    // On shutdown, idle connections are closed and requests in flight finish.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: () => randomBytes(16).toString('hex'),
    routerOptions: { maxParamLength: MAX_PARAM_CHARACTERS },
    clientErrorHandler: answerNonsense,
    rewriteUrl: ({ url = '/' }) => pathAndQueryOf(url),
    // A malformed URL never gets as far as a hook or Nest.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(error, request, reply),
  });
  const fastify = adapter.getInstance();
  fastify.decorateRequest('reportDefect', function (this: FastifyRequest, error, part) {
    return filter.reportDefect(error, this, part);
  });
  fastify.decorate('reportDefect', options.onDefect);
  // Routes of our own, too, are to say no in the words of their style: Nest answers for errors of its own routes alone.
  fastify.addHook('onRoute', (route) => {
    route.errorHandler ??= (error, request, reply) => filter.answer(error, request, reply);
  });
  registerCompression(fastify);
  options.first?.(fastify);
  routes.watch(fastify);
  refuseWhileShuttingDown(fastify);
  registerSignIn(fastify, options.tokens);
  registerRateLimit(fastify, options.rateLimit, (url) => styleErrorsFor(styles, url) !== undefined);
  registerEventStreams(fastify, options.eventStreams);
  fastify.decorate('webSockets', webSockets);
  webSockets.register(fastify);
  registerCodingChecks(fastify);
  registerBodyParsers(fastify);
  registerOptions(fastify, routes, (error, request, reply) => filter.answer(error, request, reply));
  registerProblemPages(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(rootModule, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: options.nestLogger ?? false,
  });
  styles = registeredStyles(app);
  app.useGlobalFilters(filter);
  return app;
}

function registeredStyles(app: NestFastifyApplication): StyleErrors[] {
  const styles: StyleErrors[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { instance } of module.providers.values()) {
      if (instance instanceof RegisteredStyleErrors) styles.push(instance.errors);
    }
  }
  return styles;
}
