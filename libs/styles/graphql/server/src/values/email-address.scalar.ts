import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/**
 * A text. Whether it looks like an address is for the operation to say: a refusal here would come before whether the
 * consumer is there, as a top-level error and not in `userErrors`, and would not be kept under the idempotency key.
 */
@Scalar('EmailAddress')
export class EmailAddressScalar implements CustomScalar<string, string> {
  serialize = (value: unknown): string => value as string;

  parseValue = (value: unknown): string => textOf(value);

  parseLiteral = (node: ValueNode): string => textOf(node.kind === Kind.STRING ? node.value : undefined, node);
}

/** `node` is where it stands in the operation's text: graphql-js takes an error of ours as it is. */
function textOf(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('EmailAddress must be a text, such as "ann@example.com"', { nodes: node });
}
