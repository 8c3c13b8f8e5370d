import { ORDER_PARTS, type OrderPart } from '@rungs/application';
import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Of an operation, what is needed to read its selections. */
export type Selecting = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/**
 * The fields selected below these nodes on objects of one type, by the field's own name (aliases of one field come
 * together), with fragments followed and `@skip` and `@include` obeyed.
 */
function fieldsBelow(
  selecting: Selecting,
  nodes: readonly FieldNode[],
  typeName: string,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const applies = (condition: string | undefined): boolean =>
    condition === undefined || condition === typeName || isAbove(selecting, condition, typeName);
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (!isIncluded(selecting, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const known = fields.get(selection.name.value);
        if (known) known.push(selection);
        else fields.set(selection.name.value, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = selecting.fragments[selection.name.value];
        if (fragment && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  };
  for (const node of nodes) collect(node.selectionSet);
  return fields;
}

/** Whether a fragment on this interface or union is on the objects of that type, too. */
function isAbove({ schema }: Selecting, condition: string, typeName: string): boolean {
  const abstract = schema.getType(condition);
  const type = schema.getType(typeName);
  return isAbstractType(abstract) && isObjectType(type) && schema.isSubType(abstract, type);
}

function isIncluded({ variableValues }: Selecting, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false;
}

/** Of what a resolver is told, what it takes to look ahead from its field. */
export type LookingAhead = Selecting & { readonly fieldNodes: readonly FieldNode[] };

/** Whether the object that the field being resolved answers is asked for its field of this name. */
export function selects(info: GraphQLResolveInfo, field: string): boolean {
  return fieldsBelow(info, info.fieldNodes, getNamedType(info.returnType).name).has(field);
}

/** Steps from the field being resolved down to its orders: the type of the object there, and the field to follow. */
export type PathToOrder = readonly { readonly on: string; readonly field: string }[];

/**
 * By the nodes of a field, which are one and the same array for all rows of a list, and by the variables, since whoever
 * executes a document again may take the same nodes: a page of a hundred tickets reads the selection below `order` once.
 */
const KNOWN = new WeakMap<readonly FieldNode[], WeakMap<object, readonly OrderPart[]>>();

/**
 * The parts of an order that are selected, so that one statement can bring all of them. A field leads to its orders by
 * the same paths each time; without a path, it is the order.
 */
export function orderPartsIn(info: LookingAhead, ...paths: readonly PathToOrder[]): readonly OrderPart[] {
  const known = KNOWN.get(info.fieldNodes) ?? new WeakMap<object, readonly OrderPart[]>();
  KNOWN.set(info.fieldNodes, known);
  const parts = known.get(info.variableValues) ?? partsIn(info, paths.length > 0 ? paths : [[]]);
  known.set(info.variableValues, parts);
  return parts;
}

function partsIn(info: LookingAhead, paths: readonly PathToOrder[]): readonly OrderPart[] {
  const parts = new Set<OrderPart>();
  for (const path of paths) {
    let nodes = info.fieldNodes;
    for (const { on, field } of path) nodes = fieldsBelow(info, nodes, on).get(field) ?? [];
    const fields = fieldsBelow(info, nodes, 'Order');
    for (const part of ORDER_PARTS) if (fields.has(part)) parts.add(part);
    // The courier is the delivery's in this schema, and a part of its own underneath.
    if (fieldsBelow(info, fields.get('delivery') ?? [], 'Delivery').has('courier')) parts.add('courier');
  }
  return [...parts];
}
