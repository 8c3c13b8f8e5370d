import { ORDER_PARTS, type OrderPart } from '@rungs/application';
import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
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
    condition === undefined || condition === typeName || !isObjectType(selecting.schema.getType(condition));
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

function isIncluded({ variableValues }: Selecting, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false;
}

/** Whether the object that the field being resolved answers is asked for its field of this name. */
export function selects(info: GraphQLResolveInfo, field: string): boolean {
  return fieldsBelow(info, info.fieldNodes, getNamedType(info.returnType).name).has(field);
}

/** Steps from the field being resolved down to its orders: the type of the object there, and the field to follow. */
export type PathToOrder = readonly { readonly on: string; readonly field: string }[];

/** The parts of an order that are selected, so that one statement can bring all of them. */
export function orderPartsIn(info: GraphQLResolveInfo, ...paths: readonly PathToOrder[]): readonly OrderPart[] {
  const parts = new Set<OrderPart>();
  for (const path of paths.length > 0 ? paths : [[]]) {
    let nodes: readonly FieldNode[] = info.fieldNodes;
    for (const { on, field } of path) nodes = fieldsBelow(info, nodes, on).get(field) ?? [];
    const fields = fieldsBelow(info, nodes, 'Order');
    for (const part of ORDER_PARTS) if (fields.has(part)) parts.add(part);
    // The courier is the delivery's in this schema, and a part of its own underneath.
    if (fieldsBelow(info, fields.get('delivery') ?? [], 'Delivery').has('courier')) parts.add('courier');
  }
  return [...parts];
}
