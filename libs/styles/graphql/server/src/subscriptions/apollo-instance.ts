import type { ApolloServer } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { GraphqlContext } from '../context.ts';

/** The one Apollo Server, for the doors that Nest does not open by itself. It exists as soon as the application is. */
@Injectable()
export class ApolloInstance {
  constructor(private readonly modules: ModuleRef) {}

  get server(): ApolloServer<GraphqlContext> {
    const { graphQlAdapter } = this.modules.get<GraphQLModule<ApolloDriver>>(GraphQLModule, { strict: false });
    return graphQlAdapter.instance as unknown as ApolloServer<GraphqlContext>;
  }
}
