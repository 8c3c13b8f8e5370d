import {
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Selected {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Operations stay parsed while they are asked for, and their schema is one. */
const known = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether the answer is the same for everybody: `@cacheControl` says so of each field, whatever variables leave out. */
export function isSameForAll(selected: Selected): boolean {
  const before = known.get(selected.operation);
  if (before !== undefined) return before;
  const found = scopeOfAll(selected);
  known.set(selected.operation, found);
  return found;
}

function scopeOfAll({ schema, document, operation }: Selected): boolean {
  const seen = new Set<string>();
  const root = schema.getRootType(operation.operation);
  const ofSet = ({ selections }: SelectionSetNode, type: GraphQLCompositeType): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) {
        const { name, selectionSet } = selection;
        // What the schema says of itself is told to everybody alike.
        if (name.value.startsWith('__')) return true;
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
        if (!field || !isPublic(schema, type, field)) return false;
        const below = getNamedType(field.type);
        return !selectionSet || !isCompositeType(below) || ofSet(selectionSet, below);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return ofSet(selection.selectionSet, namedIn(selection.typeCondition?.name.value) ?? type);
      }
      // A fragment selects the same from wherever it is spread.
      if (seen.has(selection.name.value)) return true;
      seen.add(selection.name.value);
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      );
      if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return false;
      return ofSet(fragment.selectionSet, namedIn(fragment.typeCondition.name.value) ?? type);
    });
  const namedIn = (name: string | undefined): GraphQLCompositeType | undefined => {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  };
  return root ? ofSet(operation.selectionSet, root) : false;
}

/** See the description of the directive. */
export function isPublic(schema: GraphQLSchema, parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>) {
  const said = scopeSaidOf(schema, field);
  if (said !== undefined) return said === 'PUBLIC';
  const below = getNamedType(field.type);
  return [parent, ...(isCompositeType(below) ? [below] : [])].every((type) => scopeSaidOf(schema, type) === 'PUBLIC');
}

type WithNode = Pick<GraphQLField<unknown, unknown> | GraphQLCompositeType, 'astNode'>;

function scopeSaidOf(schema: GraphQLSchema, { astNode }: WithNode): unknown {
  const directive = schema.getDirective('cacheControl');
  return directive && astNode ? getDirectiveValues(directive, astNode)?.['scope'] : undefined;
}
