import type { ApolloServerPlugin } from '@apollo/server';
import { DEFAULT_LIMIT, MAX_LIMIT } from '@rungs/application';
import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import type { GraphqlContext } from './context.ts';

// One request may ask for anything, so it is bounded before any of it runs: by the parser (tokens), while validating
// (depth) and, when page sizes are known, by the SQL statements that it could cause.

export const MAX_TOKENS = 2000;
export const MAX_DEPTH = 10;
/** A page of 100 orders with their parts costs 101. */
export const MAX_STATEMENTS = 150;

/** Reports operations that nest deeper than `MAX_DEPTH`. Introspection has a rule of its own in graphql-js. */
export const depthRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const depthOfFragment = memoized((name) => {
      const fragment = context.getFragment(name);
      return fragment ? depthOf(fragment.selectionSet) : 0;
    });
    const depthOf = (set: SelectionSetNode): number =>
      highest(
        set.selections.map((selection) => {
          if (selection.kind === Kind.FRAGMENT_SPREAD) return depthOfFragment(selection.name.value, '');
          if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
          if (selection.name.value.startsWith('__')) return 0;
          return 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0);
        }),
      );
    const depth = depthOf(operation.selectionSet);
    if (depth <= MAX_DEPTH) return;
    const message = `The operation is nested ${depth} levels deep; at most ${MAX_DEPTH} are allowed.`;
    // Reported, not thrown: what a rule throws is answered as a defect.
    context.reportError(new GraphQLError(message, { nodes: operation }));
  },
});

/** Refuses operations that could cause more than `MAX_STATEMENTS`, before the first of them. */
export const statementBudget: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request: { variables = {} } }) {
        if (!operation) return Promise.resolve();
        const fragments = new Map<string, FragmentDefinitionNode>();
        for (const definition of document.definitions) {
          if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
        }
        const statements = estimateStatements({ schema, fragments, variables }, operation);
        if (statements <= MAX_STATEMENTS) return Promise.resolve();
        const message = `The operation could cause ${statements} statements; at most ${MAX_STATEMENTS} are allowed.`;
        const refusal = { refusal: 'invalid-input', details: { errors: [{ path: '', message }] } };
        const extensions = { code: 'OPERATION_TOO_COSTLY', ...refusal, http: { status: 400 } };
        return Promise.reject(new GraphQLError(message, { extensions }));
      },
    }),
};

export interface Estimating {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Fields below the roots that run a statement of their own each time, on objects that these types hold. */
const READING_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'Viewer.consumer': ['Query'],
  'Viewer.restaurant': ['Query'],
  'Viewer.courier': ['Query'],
  'Consumer.orders': ['Query', 'Viewer', 'Order'],
  'Restaurant.menu': ['Query', 'Viewer', 'Order', 'RestaurantConnection', 'RestaurantEdge'],
  // An order brings a summary of its restaurant along, and its delivery with the courier.
  'Restaurant.location': ['Order'],
  'Restaurant.currency': ['Order'],
  'Delivery.courier': ['Query'],
};
/** One statement brings all of these; where look-ahead is at work it is the one that reads the order. */
const ORDER_PART_FIELDS: readonly string[] = ['consumer', 'restaurant', 'ticket', 'delivery', 'bill'];
/** Reads, writes, the event and the idempotency record, roughly. */
const STATEMENTS_OF_A_MUTATION = 10;

/** The most statements that an operation could cause. */
export function estimateStatements(
  { schema, fragments, variables }: Estimating,
  operation: Pick<OperationDefinitionNode, 'operation' | 'selectionSet'>,
): number {
  const ofFragment = memoized((name, holder) => {
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    return fragment && isCompositeType(type) ? ofSet(fragment.selectionSet, type, holder) : 0;
  });
  /** `holder` is the type whose field holds the objects of `type` that are selected from. */
  const ofSet = (set: SelectionSetNode, type: GraphQLCompositeType, holder: string): number => {
    let statements = 0;
    let selectsParts = false;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) statements += ofFragment(selection.name.value, holder);
      else if (selection.kind === Kind.FIELD) {
        statements += ofField(selection, type, holder);
        selectsParts ||= ORDER_PART_FIELDS.includes(selection.name.value);
      } else {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        statements += ofSet(selection.selectionSet, isCompositeType(condition) ? condition : type, holder);
      }
    }
    return statements + (type.name === 'Order' && selectsParts && holder !== 'Query' ? 1 : 0);
  };
  const ofField = (field: FieldNode, parent: GraphQLCompositeType, holder: string): number => {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (!definition) return 0;
    const type = getNamedType(definition.type);
    const below = field.selectionSet && isCompositeType(type) ? ofSet(field.selectionSet, type, parent.name) : 0;
    const times = type.name.endsWith('Connection') ? pageSizeOf(field, variables) : 1;
    return ownStatements(parent, field.name.value, holder) + below * times;
  };
  const ownStatements = (parent: GraphQLCompositeType, field: string, holder: string): number => {
    if (parent === schema.getMutationType()) return STATEMENTS_OF_A_MUTATION;
    if (parent === schema.getQueryType()) return field === 'viewer' ? 0 : 1;
    return READING_FIELDS[`${parent.name}.${field}`]?.includes(holder) ? 1 : 0;
  };
  const root = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  return root ? ofSet(operation.selectionSet, root, '') : 0;
}

/** What `first` or `last` says, by itself or through a variable; never more than the use case would give. */
function pageSizeOf(field: FieldNode, variables: Estimating['variables']): number {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    const size =
      value.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value.kind === Kind.INT
          ? Number(value.value)
          : undefined;
    if (typeof size === 'number') return Math.min(Math.max(size, 0), MAX_LIMIT);
  }
  return DEFAULT_LIMIT;
}

/** Each result once; a fragment that spreads itself counts as nothing inside itself. */
function memoized(compute: (name: string, holder: string) => number): (name: string, holder: string) => number {
  const known = new Map<string, number>();
  return (name, holder) => {
    const key = `${name} ${holder}`;
    const result = known.get(key);
    if (result !== undefined) return result;
    known.set(key, 0);
    const computed = compute(name, holder);
    known.set(key, computed);
    return computed;
  };
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
