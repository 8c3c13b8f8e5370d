import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { parseInstant, type Instant } from '@rungs/domain';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** Instants are texts in one fixed form already; only what comes in has to be read. */
@Scalar('DateTime')
export class DateTimeScalar implements CustomScalar<Instant, Instant> {
  serialize = (value: unknown): Instant => value as Instant;

  parseValue = (value: unknown): Instant => {
    const instant = typeof value === 'string' ? parseInstant(value) : undefined;
    if (instant === undefined) throw new GraphQLError('DateTime must be RFC 3339, 2026-11-22T18:04:11Z');
    return instant;
  };

  parseLiteral = (node: ValueNode): Instant => this.parseValue(node.kind === Kind.STRING ? node.value : undefined);
}
