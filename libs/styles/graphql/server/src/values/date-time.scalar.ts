import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { parseInstant, type Instant } from '@rungs/domain';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** Instants are texts in one fixed form already; only what comes in has to be read. */
@Scalar('DateTime')
export class DateTimeScalar implements CustomScalar<Instant, Instant> {
  serialize = (value: unknown): Instant => value as Instant;

  parseValue = (value: unknown): Instant => instantOf(value);

  parseLiteral = (node: ValueNode): Instant => instantOf(node.kind === Kind.STRING ? node.value : undefined, node);
}

/** `node` is where it stands in the operation's text: graphql-js takes an error of ours as it is. */
function instantOf(value: unknown, node?: ValueNode): Instant {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  if (instant === undefined) throw new GraphQLError('DateTime must be RFC 3339, 2026-11-22T18:04:11Z', { nodes: node });
  return instant;
}
