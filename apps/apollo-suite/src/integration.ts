import type { ApolloServer, ApolloServerOptions, BaseContext, ContextThunk } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { transport } from '@rungs/graphql-server';
import { print, type DocumentNode } from 'graphql';
import { createHttpApp, TokenService } from '@rungs/http';

export interface Integrated {
  readonly server: ApolloServer<BaseContext>;
  readonly url: string;
  readonly extraCleanup: () => Promise<void>;
}

@Module({})
class IntegratedModule {}

/** Any Apollo Server, mounted as ours is: behind the HTTP that all styles share, with our transport. */
export async function integrate(
  config: ApolloServerOptions<BaseContext>,
  { context }: { readonly context?: ContextThunk } = {},
): Promise<Integrated> {
  const apollo = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/',
    graphiql: false,
    ...(config as Partial<ApolloDriverConfig>),
    ...('typeDefs' in config && { typeDefs: textOf(config.typeDefs) }),
    ...transport('any', config.plugins),
    ...(context && { context }),
  });
  const tokens = await TokenService.withOwnKey(
    { issuer: 'suite', audience: 'suite' },
    { load: () => Promise.resolve(undefined), save: (key) => Promise.resolve(key) },
  );
  const app = await createHttpApp(
    { module: IntegratedModule, imports: [apollo] },
    { tokens, onDefect: () => undefined },
  );
  await app.listen(0, '127.0.0.1');
  const { graphQlAdapter } = app.get(GraphQLModule) as unknown as {
    readonly graphQlAdapter: { readonly instance: ApolloServer<BaseContext> };
  };
  return {
    server: graphQlAdapter.instance,
    url: (await app.getUrl()).replace(/\/$/, ''),
    extraCleanup: () => app.close(),
  };
}

/** Nest takes a schema's text; Apollo a parsed one as well, and several. */
function textOf(typeDefs: unknown): string[] {
  return [typeDefs].flat().map((part) => (typeof part === 'string' ? part : print(part as DocumentNode)));
}
