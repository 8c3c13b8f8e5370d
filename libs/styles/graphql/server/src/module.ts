import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { provideStyleErrors } from '@rungs/http';
import { BillResolver } from './accounting/accounting.resolver.ts';
import { BasketResolver } from './basket/basket.resolver.ts';
import { ConsumerResolver, ViewerResolver } from './consumer/consumer.resolver.ts';
import { contextOf } from './context.ts';
import { defectLog } from './defect-log.ts';
import { CourierResolver, DeliveryResolver } from './delivery/delivery.resolver.ts';
import { ENUM_VALUES } from './enums.ts';
import { formatError } from './graphql-errors.ts';
import { TicketResolver } from './kitchen/kitchen.resolver.ts';
import { costLimit } from './limits/cost-limit.ts';
import { documentStore, textStore } from './limits/document-store.ts';
import { LIMIT_RULES } from './limits/limit-rules.ts';
import { LIMITS } from './limits/limits.ts';
import { textLimit } from './limits/text-limit.ts';
import { timeLimit, withTimeLimit } from './limits/time-limit.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { OrderEventsResolver } from './order/order-events.resolver.ts';
import { OrderResolver } from './order/order.resolver.ts';
import { refusalFilter } from './refusal.filter.ts';
import { MenuImportResolver, MenuItemResolver, MenuResolver, PhotoResolver } from './restaurant/menu.resolver.ts';
import { withResolverFailures } from './resolver-failures.ts';
import { RestaurantResolver } from './restaurant/restaurant.resolver.ts';
import { SCHEMA_SDL } from './schema.generated.ts';
import { ApolloInstance } from './subscriptions/apollo-instance.ts';
import { EventStreamDoor } from './subscriptions/event-stream-door.ts';
import { GraphqlSockets } from './subscriptions/graphql-sockets.ts';
import { subscribing } from './subscriptions/subscribing.ts';
import { unconditionalRoot } from './subscriptions/unconditional-root.ts';
import { cacheHints, stringifyResult } from './transport/cache-hints.ts';
import type { DocumentsPolicy } from './transport/persisted-documents.ts';
import { transport } from './transport/transport.ts';
import { DateTimeScalar } from './values/date-time.scalar.ts';
import { EmailAddressScalar } from './values/email-address.scalar.ts';
import { MinorUnitsScalar } from './values/minor-units.scalar.ts';

/** Injection token, for an application module that is global: what differs between development and production. */
export const GRAPHQL_SETTINGS = 'GraphQL settings';

export interface GraphqlSettings {
  /** Whether clients may ask for the schema, and are shown its names in errors. Off where no settings are given. */
  readonly introspection: boolean;
  /** Which documents run; any unless said. */
  readonly documents?: DocumentsPolicy;
  /** How long an operation may take as a whole; 15 s unless said. */
  readonly operationLimitMs?: number;
}

function apolloConfig({
  introspection,
  documents = 'any',
  operationLimitMs,
}: GraphqlSettings): Omit<ApolloDriverConfig, 'driver'> {
  return {
    path: '/graphql',
    typeDefs: SCHEMA_SDL,
    resolvers: ENUM_VALUES,
    transformSchema: (schema) => withTimeLimit(withResolverFailures(schema)),
    context: contextOf,
    formatError,
    ...transport(documents, [
      textLimit,
      unconditionalRoot,
      defectLog,
      costLimit,
      timeLimit(operationLimitMs),
      subscribing,
      ApolloServerPluginCacheControlDisabled(),
      cacheHints,
    ]),
    stringifyResult,
    documentStore: documentStore(),
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [...LIMIT_RULES],
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    // The lab serves GraphiQL from its own bundle: what Nest offers loads it from a CDN.
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // Kept until others need the room.
    persistedQueries: { ttl: null, cache: textStore() },
    cache: 'bounded',
    // Requests in flight finish first; then the HTTP server is closed already, and Apollo has only itself to stop.
    stopOnApplicationShutdown: true,
    logger: nestLogger(),
  };
}

/** Apollo says `info` where Nest says `log`. */
function nestLogger(): ApolloDriverConfig['logger'] {
  const logger = new Logger('Apollo');
  return {
    debug: (message) => logger.debug(message),
    info: (message) => logger.log(message),
    warn: (message) => logger.warn(message),
    error: (message) => logger.error(message),
  };
}

/** The GraphQL style: one endpoint, `/graphql`, and one resolver class for each type of the schema. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [{ token: GRAPHQL_SETTINGS, optional: true }],
      useFactory: (settings: GraphqlSettings = { introspection: false }) => apolloConfig(settings),
    }),
  ],
  providers: [
    NodeResolver,
    OrderResolver,
    OrderEventsResolver,
    RestaurantResolver,
    MenuResolver,
    MenuItemResolver,
    PhotoResolver,
    MenuImportResolver,
    ConsumerResolver,
    ViewerResolver,
    BasketResolver,
    TicketResolver,
    DeliveryResolver,
    CourierResolver,
    BillResolver,
    DateTimeScalar,
    MinorUnitsScalar,
    EmailAddressScalar,
    ApolloInstance,
    GraphqlSockets,
    EventStreamDoor,
    provideStyleErrors(refusalFilter),
  ],
})
export class GraphqlStyleModule {}
