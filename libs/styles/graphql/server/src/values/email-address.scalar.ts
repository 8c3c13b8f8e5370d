import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { EMAIL_PATTERN, MAX_EMAIL_CHARACTERS } from '@rungs/domain';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** What the domain takes for an address, and nothing narrower: the grammar of RFC 5321 would refuse some that work. */
@Scalar('EmailAddress')
export class EmailAddressScalar implements CustomScalar<string, string> {
  serialize = (value: unknown): string => value as string;

  parseValue = (value: unknown): string => addressOf(value);

  parseLiteral = (node: ValueNode): string => addressOf(node.kind === Kind.STRING ? node.value : undefined, node);
}

/** `node` is where it stands in the operation's text: graphql-js takes an error of ours as it is. */
function addressOf(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && value.length <= MAX_EMAIL_CHARACTERS && EMAIL_PATTERN.test(value)) return value;
  throw new GraphQLError('EmailAddress must be an e-mail address', { nodes: node });
}
