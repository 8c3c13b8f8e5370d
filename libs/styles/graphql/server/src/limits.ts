import type { ApolloServerPlugin } from '@apollo/server';
import { DEFAULT_LIMIT, MAX_LIMIT, MAX_TICKETS } from '@rungs/application';
import { MAX_DISHES } from '@rungs/domain';
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
/** A page of 100 tickets with their orders costs 101, of 100 orders with their parts 11; a photo and a change 10. */
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
        const message = `The operation could cost as much as ${statements} statements; at most ${MAX_STATEMENTS} are allowed.`;
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

/** What a request may take up in memory with one photo: up to 700 kB of text. */
const COST_OF_A_PHOTO = 10;
/** Reads, writes, the event and the idempotency record, roughly. */
const COST_OF_A_MUTATION = 10;
/** Up to 50 tickets, each with its case and perhaps a courier. */
const COST_OF_MANY_TICKETS = 100;

/** Root fields that are not as dear as other queries (1) and mutations. */
const ROOT_FIELDS: Readonly<Record<string, number>> = {
  'Query.viewer': 0,
  'Query.photo': COST_OF_A_PHOTO,
  'Mutation.acceptTickets': COST_OF_MANY_TICKETS,
};

const always = (): number => 1;

/** Fields below the roots that run a statement of their own each time, on objects that the `holder` type holds. */
const READING_FIELDS: Readonly<Record<string, (holder: string) => number>> = {
  'Viewer.consumer': always,
  'Viewer.restaurant': always,
  'Viewer.courier': always,
  'Consumer.orders': always,
  'Restaurant.menu': always,
  'Restaurant.menuImport': always,
  // An order brings its delivery along with the courier.
  'Delivery.courier': (holder) => (holder === 'Order' ? 0 : 1),
  'Delivery.order': always,
  'Delivery.track': always,
  'Ticket.order': always,
  'Bill.order': always,
  'Courier.currentDelivery': always,
  'Photo.data': (holder) => (holder === 'MenuItem' ? COST_OF_A_PHOTO : 0),
};
/** A page of orders brings their parts along in its one statement, which is as much longer: one for each ten. */
const COST_OF_LISTED_PARTS = 0.1;
/** One statement brings all of these … */
const ORDER_PART_FIELDS: readonly string[] = ['consumer', 'restaurant', 'ticket', 'delivery', 'bill'];
/** … which is the one that reads the order where these hold it: there look-ahead is at work. */
const LOOKING_AHEAD: readonly string[] = ['Query', 'Ticket', 'Delivery', 'Bill'];
/** … or the one that reads the page where these do. */
const LISTS_LOOKING_AHEAD: readonly string[] = ['OrderConnection', 'OrderEdge'];
/** Lists that are no connections, below which something is read for each item, with the most that they hold. */
const LIST_SIZES: Readonly<Record<string, number>> = {
  'Menu.items': MAX_DISHES,
  'AcceptTicketsPayload.acceptances': MAX_TICKETS,
};

/** The most statements that an operation could cause. */
export function estimateStatements(
  { schema, fragments, variables }: Estimating,
  operation: Pick<OperationDefinitionNode, 'operation' | 'selectionSet' | 'variableDefinitions'>,
): number {
  const known = { ...defaultsOf(operation), ...variables };
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
    return statements + (type.name === 'Order' && selectsParts ? costOfParts(holder) : 0);
  };
  const ofField = (field: FieldNode, parent: GraphQLCompositeType, holder: string): number => {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (!definition) return 0;
    const type = getNamedType(definition.type);
    const below = field.selectionSet && isCompositeType(type) ? ofSet(field.selectionSet, type, parent.name) : 0;
    const times = type.name.endsWith('Connection')
      ? pageSizeOf(field, known)
      : (LIST_SIZES[`${parent.name}.${field.name.value}`] ?? 1);
    return ownStatements(parent, field.name.value, holder) + below * times;
  };
  const ownStatements = (parent: GraphQLCompositeType, field: string, holder: string): number => {
    const name = `${parent.name}.${field}`;
    if (parent === schema.getMutationType()) return ROOT_FIELDS[name] ?? COST_OF_A_MUTATION;
    if (parent === schema.getQueryType()) return ROOT_FIELDS[name] ?? 1;
    return READING_FIELDS[name]?.(holder) ?? 0;
  };
  const root = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  // Tenths add up to numbers that are a little more than whole.
  return root ? Math.ceil(Number(ofSet(operation.selectionSet, root, '').toFixed(6))) : 0;
}

function costOfParts(holder: string): number {
  if (LISTS_LOOKING_AHEAD.includes(holder)) return COST_OF_LISTED_PARTS;
  return LOOKING_AHEAD.includes(holder) ? 0 : 1;
}

/** The whole numbers that variables have when the request does not say others. */
function defaultsOf({
  variableDefinitions = [],
}: Pick<OperationDefinitionNode, 'variableDefinitions'>): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
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
