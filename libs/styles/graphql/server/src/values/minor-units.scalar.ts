import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** Whole numbers as far as JSON's are exact. Which of them are amounts is for the operations to say. */
@Scalar('MinorUnits')
export class MinorUnitsScalar implements CustomScalar<number, number> {
  serialize = (value: unknown): number => value as number;

  parseValue = (value: unknown): number => wholeOf(value);

  parseLiteral = (node: ValueNode): number => wholeOf(node.kind === Kind.INT ? Number(node.value) : undefined, node);
}

/** `node` is where it stands in the operation's text: graphql-js takes an error of ours as it is. */
function wholeOf(value: unknown, node?: ValueNode): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new GraphQLError('MinorUnits must be a whole number, such as 1450', { nodes: node });
}
