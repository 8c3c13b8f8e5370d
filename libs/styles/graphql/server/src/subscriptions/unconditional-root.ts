import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIMITS } from '../limits/limits.ts';

/** What is looked at in place of what is refused, as far as to the first hook in which Apollo takes a refusal. */
const NOTHING = '{ __typename }';

const CONDITIONS: readonly string[] = [GraphQLSkipDirective.name, GraphQLIncludeDirective.name];

/**
 * Refuses `@skip` and `@include` at the root of a subscription: GraphQL specification (September 2025) §5.2.4.1, Single
 * Root Field. graphql-js 16 has the rule of 2021, which throws where a variable is the condition, and what subscribes
 * throws where nothing is left to subscribe to. So this comes before both, and only such documents are parsed twice.
 */
export const unconditionalRoot: ApolloServerPlugin = {
  requestDidStart({ request }) {
    const { query } = request;
    if (!query?.includes('@') || !query.includes(OperationTypeNode.SUBSCRIPTION)) return Promise.resolve();
    if (!hasConditionalRoot(query)) return Promise.resolve();
    Object.assign(request, { query: NOTHING, operationName: undefined, extensions: undefined });
    return Promise.resolve({ didResolveOperation: () => Promise.reject(conditional()) });
  },
};

function hasConditionalRoot(text: string): boolean {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: LIMITS.tokens, noLocation: true });
  } catch {
    // Apollo comes to the same end, and has the words for it.
    return false;
  }
  const { definitions } = document;
  const seen = new Set<string>();
  const isConditional = ({ selections }: SelectionSetNode): boolean =>
    selections.some(
      (selection) =>
        (selection.directives ?? []).some(({ name }) => CONDITIONS.includes(name.value)) || leadsToOne(selection),
    );
  const leadsToOne = (selection: SelectionNode): boolean => {
    if (selection.kind === Kind.FIELD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) return isConditional(selection.selectionSet);
    const { value } = selection.name;
    if (seen.has(value)) return false;
    seen.add(value);
    return definitions.some(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === value && isConditional(one.selectionSet),
    );
  };
  return definitions.some(
    (one) =>
      one.kind === Kind.OPERATION_DEFINITION &&
      one.operation === OperationTypeNode.SUBSCRIPTION &&
      isConditional(one.selectionSet),
  );
}

function conditional(): GraphQLError {
  const message = 'What a subscription subscribes to cannot depend on @skip or @include.';
  const details = { errors: [{ path: '', message }] };
  const http = { status: 400, headers: new HeaderMap() };
  return new GraphQLError(message, {
    extensions: { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, refusal: 'invalid-input', details, http },
  });
}
