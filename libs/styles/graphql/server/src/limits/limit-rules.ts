import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { excess, LIMIT_EXCEEDED, limitError } from './limit-error.ts';
import { LIMITS, type Limit } from './limits.ts';

// How large and how tangled a document may be, whatever it asks for: what it would read is bounded by its cost
// (cost.ts). Everything is counted as it would be executed, with fragments in place of their spreads, so that nothing
// hides in a fragment; each fragment is looked at once, so that counting stays linear where execution would not.

/** What is in a selection set, with its fragments. */
interface Extent {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** `Order.ticket` and the like, of all levels. */
  readonly coordinates: ReadonlySet<string>;
  /** A field that comes again below itself. */
  readonly recurring: string | undefined;
}

const NOTHING: Extent = {
  depth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  coordinates: new Set(),
  recurring: undefined,
};

/** Whether the tokens are within their limit with the comments, which stay in memory with a document that is kept. */
function tokensRule(context: ValidationContext): ReturnType<ValidationRule> {
  return { Document: (document) => reporter(context)('tokens', countTokens(document)) };
}

/** How many tokens a document has, comments among them; 0 for one that was parsed without locations. */
export function countTokens({ loc }: DocumentNode): number {
  let count = 0;
  // The first and the last token stand for the beginning and the end of the text.
  for (let token = loc?.startToken.next; token?.next; token = token.next) count += 1;
  return count;
}

/** Whether each operation is within the limits that count what is selected. */
function selectionRule(context: ValidationContext): ReturnType<ValidationRule> {
  const extentOf = extentsIn(context);
  return {
    OperationDefinition(operation) {
      const { operation: kind, selectionSet, directives = [], variableDefinitions = [] } = operation;
      const extent = extentOf(selectionSet, context.getSchema().getRootType(kind) ?? undefined);
      const onVariables = variableDefinitions.flatMap((definition) => definition.directives ?? []);
      const report = reporter(context, operation);
      report('depth', extent.depth);
      report('rootFields', extent.fields);
      report('aliases', extent.aliases);
      report('directives', extent.directives + directives.length + onVariables.length);
      if (extent.recurring === undefined) return;
      const message = `The operation comes to ${extent.recurring} again below itself.`;
      context.reportError(limitError(message, { code: LIMIT_EXCEEDED, limit: 'recursion' }, operation));
    },
  };
}

/** For `validate`, on every door, besides the rules of the specification. None throws: that would be a defect. */
export const LIMIT_RULES: readonly ValidationRule[] = [tokensRule, selectionRule];

function reporter(context: ValidationContext, operation?: OperationDefinitionNode) {
  return (limit: Limit, found: number): void => {
    if (found > LIMITS[limit]) context.reportError(excess(limit, operation));
  };
}

function extentsIn(context: ValidationContext) {
  const schema = context.getSchema();
  const ofFragments = new Map<string, Extent>();

  const ofFragment = (name: string): Extent => {
    const known = ofFragments.get(name);
    if (known) return known;
    // A fragment that spreads itself counts as nothing inside itself; a rule of the specification refuses it.
    ofFragments.set(name, NOTHING);
    const fragment = context.getFragment(name);
    if (!fragment) return NOTHING;
    const extent = ofSet(fragment.selectionSet, compositeType(fragment.typeCondition.name.value));
    const all = { ...extent, directives: extent.directives + (fragment.directives?.length ?? 0) };
    ofFragments.set(name, all);
    return all;
  };

  const compositeType = (name: string): GraphQLCompositeType | undefined => {
    const type = schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  };

  const ofField = (field: FieldNode, parent: GraphQLCompositeType | undefined): Extent => {
    const name = field.name.value;
    const type = typeOfField(parent, name);
    const below = field.selectionSet ? ofSet(field.selectionSet, type) : NOTHING;
    const aliases = below.aliases + (field.alias && field.alias.value !== name ? 1 : 0);
    // Introspection goes as deep as types do; graphql-js has a rule of its own for it.
    const depth = name.startsWith('__') ? 0 : 1 + below.depth;
    const own = parent && type && !mayRecur(parent) ? `${parent.name}.${name}` : undefined;
    const recurring = below.recurring ?? (own !== undefined && below.coordinates.has(own) ? own : undefined);
    const coordinates = own === undefined ? below.coordinates : new Set(below.coordinates).add(own);
    return { depth, fields: 1, aliases, directives: below.directives, coordinates, recurring };
  };

  const ofSelection = (selection: SelectionNode, type: GraphQLCompositeType | undefined): Extent => {
    if (selection.kind === Kind.FIELD) return ofField(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const condition = selection.typeCondition && compositeType(selection.typeCondition.name.value);
    return ofSet(selection.selectionSet, condition ?? type);
  };

  const ofSet = ({ selections }: SelectionSetNode, type: GraphQLCompositeType | undefined): Extent => {
    let [depth, fields, aliases, directives] = [0, 0, 0, 0];
    let recurring: string | undefined;
    const coordinates = new Set<string>();
    for (const selection of selections) {
      const extent = ofSelection(selection, type);
      depth = Math.max(depth, extent.depth);
      fields += extent.fields;
      aliases += extent.aliases;
      directives += extent.directives + (selection.directives?.length ?? 0);
      recurring ??= extent.recurring;
      for (const coordinate of extent.coordinates) coordinates.add(coordinate);
    }
    return { depth, fields, aliases, directives, coordinates, recurring };
  };
  return ofSet;

  /** Undefined for leaves and for what does not exist. */
  function typeOfField(parent: GraphQLCompositeType | undefined, name: string): GraphQLCompositeType | undefined {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
    const type = parent.getFields()[name]?.type;
    const named = type && getNamedType(type);
    return isCompositeType(named) ? named : undefined;
  }
}

/**
 * Types whose fields may come again below themselves: a page wherever a list leads to another list of the same kind, and
 * the types of introspection, for which graphql-js has a rule of its own.
 */
const mayRecur = ({ name }: GraphQLCompositeType): boolean => /^__|Connection$|Edge$/.test(name);
