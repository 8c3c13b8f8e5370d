import { DEFAULT_LIMIT, MAX_LIMIT } from '@rungs/application';
import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { limitError, TOO_COSTLY } from './limit-error.ts';

// What an operation may read, told beforehand from the directives that the schema carries: `@cost` and `@listSize` of
// the GraphQL Cost Directives Specification (a draft, https://ibm.github.io/graphql-specs/cost-spec.html). One unit is
// one thing that has to be read: an order, its ticket, a restaurant, a ping.

/** A page of 100 orders with all their parts is 701. How this number was chosen: docs/adr/0015. */
export const MAX_COST = 1000;
/** `__schema` and `__type` have no place in the SDL to say it: the whole schema is as long as a hundred things. */
const COST_OF_INTROSPECTION = 100;

export interface Cost {
  /** Things that the operation may read, at most; whole, and what changes and bytes count for on top. */
  readonly requested: number;
  readonly limit: number;
}

export interface Costing {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the request says them: unchecked, without defaults. */
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** The refusal of what costs too much, with the cost in its extensions. */
export function tooCostly(cost: Cost): GraphQLError {
  const { requested, limit } = cost;
  return limitError(`The operation could cost as much as ${requested}; at most ${limit} is allowed.`, {
    code: TOO_COSTLY,
    cost,
  });
}

/** What operations cost whatever their variables say: they stay parsed while they are asked for, and their schema is one. */
const known = new WeakMap<OperationDefinitionNode, Cost>();

/**
 * The most that an operation could cost. The document must have passed `LIMIT_RULES` and the rules of the
 * specification: aliases and depth bound how often a fragment is looked at here, and no fragment spreads itself.
 */
export function costOf({ schema, document, operation, variables = {} }: Costing): Cost {
  const before = known.get(operation);
  if (before) return before;
  const root = schema.getRootType(operation.operation);
  const estimate = new Estimate(schema, document, knownIn(operation, variables));
  const requested = root ? estimate.of(root, [operation]) : 0;
  // Tenths add up to numbers that are a little more than whole.
  const cost = { requested: Math.ceil(Number(requested.toFixed(6))), limit: MAX_COST };
  if (!estimate.dependsOnVariables) known.set(operation, cost);
  return cost;
}

type Variables = Readonly<Record<string, unknown>>;
type Selecting = { readonly selectionSet?: SelectionSetNode | undefined };

/** The variables that a request says, and the defaults of those that it does not. */
function knownIn({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

class Estimate {
  /** Whether a variable was looked at: with other values it may come to another number. */
  dependsOnVariables = false;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
    private readonly variables: Variables,
  ) {
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** What is selected on one object of this type; of an abstract type the dearest object that it can be. */
  of(type: GraphQLCompositeType, holders: readonly Selecting[]): number {
    if (isAbstractType(type)) {
      return highest(this.schema.getPossibleTypes(type).map((possible) => this.#ofObject(possible, holders)));
    }
    return this.#ofObject(type, holders);
  }

  #ofObject(type: GraphQLObjectType, holders: readonly Selecting[]): number {
    const fields = [...this.#collect(type, holders).values()];
    return sum(fields.map((nodes) => this.#ofField(type, nodes))) + this.#ofCopies(type, fields);
  }

  /**
   * What comes with its object comes once: the lines of an order under thirty names are thirty times as much to write,
   * though nothing more is read, so that each further name of a list that is free counts as a thing.
   */
  #ofCopies(type: GraphQLObjectType, fields: readonly (readonly FieldNode[])[]): number {
    const free = fields.flatMap(([node]) => {
      const field = node && type.getFields()[node.name.value];
      return field && isFreeList(this.schema, field) ? [field.name] : [];
    });
    return free.length - new Set(free).size;
  }

  /** Fields by their names in the answer, as execution brings them together (§6.3.2, CollectFields). */
  #collect(type: GraphQLObjectType, holders: readonly Selecting[]): ReadonlyMap<string, readonly FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    const visit = ({ selectionSet }: Selecting): void => {
      for (const selection of selectionSet?.selections ?? []) {
        if (!this.#mayBeIncluded(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value;
          const known = fields.get(name);
          if (known) known.push(selection);
          else fields.set(name, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (this.#applies(type, selection.typeCondition?.name.value)) visit(selection);
        } else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          const fragment = this.#fragments.get(selection.name.value);
          if (fragment && this.#applies(type, fragment.typeCondition.name.value)) visit(fragment);
        }
      }
    };
    holders.forEach(visit);
    return fields;
  }

  #applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = this.schema.getType(condition);
    return isAbstractType(conditional) && this.schema.isSubType(conditional, type);
  }

  /** A variable that is missing, or no boolean, leaves the selection in: the most that it can be. */
  #mayBeIncluded({ directives = [] }: SelectionNode): boolean {
    return directives.every(({ name, arguments: [condition] = [] }) => {
      const value = condition && this.#valueOf(condition.value);
      if (name.value === GraphQLSkipDirective.name) return value !== true;
      return name.value !== GraphQLIncludeDirective.name || value !== false;
    });
  }

  #ofField(parent: GraphQLObjectType, nodes: readonly FieldNode[]): number {
    const [node] = nodes;
    const field = node && parent.getFields()[node.name.value];
    if (!field) return node && /^__(?:schema|type)$/.test(node.name.value) ? COST_OF_INTROSPECTION : 0;
    const sizing = sizingOf(this.schema, field);
    const type = getNamedType(field.type);
    const own = costOfField(this.schema, field);
    if (!sizing) return own + this.#ofOne(type, nodes);
    const size = this.#sizeOf(node, sizing);
    if (sizing.sizedFields.length === 0) return own + size * this.#ofOne(type, nodes);
    if (!isObjectType(type)) return own;
    // The page is read whole, whatever is selected of it.
    const items = this.#collect(type, nodes);
    const below = sum(
      [...items.values()].map(
        (selected) =>
          (sizing.sizedFields.includes(selected[0]?.name.value ?? '') ? size : 1) * this.#ofField(type, selected),
      ),
    );
    return own + typeWeightOf(this.schema, type) + Math.max(below, size * this.#weightOfItem(type, sizing));
  }

  /** An object of this type with what is selected on it. */
  #ofOne(type: GraphQLNamedType, holders: readonly Selecting[]): number {
    if (!isCompositeType(type)) return 0;
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    return highest(possible.map((one) => typeWeightOf(this.schema, one) + this.#ofObject(one, holders)));
  }

  #weightOfItem(page: GraphQLObjectType, { sizedFields }: Sizing): number {
    const fields = sizedFields.flatMap((name) => page.getFields()[name] ?? []);
    return highest(fields.map(({ type }) => typeWeightOf(this.schema, getNamedType(type))));
  }

  /** What the slicing arguments say, never more than a use case would give; the assumed size where they say nothing. */
  #sizeOf({ arguments: given = [] }: FieldNode, { slicingArguments, assumedSize }: Sizing): number {
    const said = given
      .filter(({ name }) => slicingArguments.includes(name.value))
      .map(({ value }) => this.#valueOf(value))
      .filter((value) => typeof value === 'number');
    return said.length > 0 ? Math.min(Math.max(0, ...said), MAX_LIMIT) : assumedSize;
  }

  #valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.VARIABLE) this.dependsOnVariables = true;
    return valueFromASTUntyped(node, this.variables);
  }
}

interface Sizing {
  readonly assumedSize: number;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: readonly string[];
}

type Field = GraphQLField<unknown, unknown>;
type Annotated = Pick<Field, 'astNode'> | GraphQLObjectType;

/** What `@listSize` says of a field. */
function sizingOf(schema: GraphQLSchema, field: Field): Sizing | undefined {
  const said = argumentsOf(schema, 'listSize', field);
  return (
    said && {
      assumedSize: (said['assumedSize'] as number | null | undefined) ?? DEFAULT_LIMIT,
      slicingArguments: (said['slicingArguments'] as readonly string[] | null | undefined) ?? [],
      sizedFields: (said['sizedFields'] as readonly string[] | null | undefined) ?? [],
    }
  );
}

/** What a field counts for by itself, besides what is selected below it. */
export function costOfField(schema: GraphQLSchema, field: GraphQLField<unknown, never>): number {
  return weightOf(schema, field) ?? 0;
}

/** A list of leaves, or of things that count for nothing. */
function isFreeList(schema: GraphQLSchema, field: Field): boolean {
  return isListType(getNullableType(field.type)) && typeWeightOf(schema, getNamedType(field.type)) === 0;
}

/** What `@cost` says. */
function weightOf(schema: GraphQLSchema, annotated: Annotated): number | undefined {
  const said = argumentsOf(schema, 'cost', annotated);
  return said && Number(said['weight']);
}

/** An object is 1 unless its type says otherwise, a leaf nothing ("Weights" of the specification). */
export function typeWeightOf(schema: GraphQLSchema, type: GraphQLNamedType): number {
  if (isAbstractType(type)) return highest(schema.getPossibleTypes(type).map((one) => typeWeightOf(schema, one)));
  return isObjectType(type) ? (weightOf(schema, type) ?? 1) : 0;
}

type Arguments = Readonly<Record<string, unknown>>;
const KNOWN = new WeakMap<object, Map<string, Arguments | undefined>>();

/** Of a directive in the SDL; read once for each place in it. */
function argumentsOf(schema: GraphQLSchema, name: string, { astNode }: Annotated): Arguments | undefined {
  const directive = schema.getDirective(name);
  if (!directive || !astNode) return undefined;
  let known = KNOWN.get(astNode);
  if (!known) KNOWN.set(astNode, (known = new Map()));
  if (!known.has(name)) known.set(name, getDirectiveValues(directive, astNode));
  return known.get(name);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const highest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);
