import { BOBS_ORDER, CLOSED_RESTAURANT, DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { getNamedType, Kind, print, type FieldNode, type GraphQLObjectType } from 'graphql';
import type { AskedBy } from '../asking.ts';
import type { Visit } from './answer-check.ts';
import type { Choices } from './choices.ts';
import type { Asking } from './selection.ts';

/** What things are named by: an argument or member of an input, or a field of an answer. */
const ID_FIELDS = [
  'orderId',
  'consumerId',
  'restaurantId',
  'courierId',
  'menuItemId',
  'menuImportId',
  'currentDeliveryId',
] as const;
type IdField = (typeof ID_FIELDS)[number];

/** What an argument called `id` names, by the field that it is of. */
const NAMED_BY_ID: Readonly<Record<string, IdField>> = {
  'Query.order': 'orderId',
  'Query.consumer': 'consumerId',
  'Query.restaurant': 'restaurantId',
  'Query.courier': 'courierId',
  'Restaurant.menuImport': 'menuImportId',
};

const NONSENSE = [
  '',
  'no-uuid',
  '01900000-0000-7000-8000-0000000fffff',
  'T3JkZXI6',
  '\u0000',
  "' OR 1=1 --",
  'ünïcode',
];
const MOST_KEPT = 60;

/** What earlier queries asked for, and the ids and cursors that they were given, besides those of the demo data. */
export class KnownValues {
  private readonly ids: Record<IdField, string[]> = {
    // The first two have everything that an order can have: where it is now, and what was given back.
    orderId: [DEMO_ORDERS.PICKED_UP, DEMO_ORDERS.DELIVERED, ...Object.values(DEMO_ORDERS), BOBS_ORDER],
    consumerId: [PERSONAS.ann.consumerId, PERSONAS.bob.consumerId],
    restaurantId: [PERSONAS.luigi.restaurantId, PERSONAS.mei.restaurantId, CLOSED_RESTAURANT],
    courierId: [PERSONAS.dana.courierId],
    menuItemId: Object.values(DEMO_DISHES),
    menuImportId: [],
    currentDeliveryId: [DEMO_ORDERS.PICKED_UP],
  };
  private readonly globalIds: string[] = [];
  private readonly asked = new Map<string, number>();
  private readonly cursors = new Map<string, string[]>();

  constructor(given: Partial<Readonly<Record<IdField, string>>> = {}) {
    for (const [field, id] of Object.entries(given)) this.ids[field as IdField].push(id);
  }

  /** Of two of these, the one that was asked for less often; mostly. */
  rarer(choices: Choices, fields: readonly string[]): string {
    const [one, other] = [choices.pick(fields), choices.pick(fields)];
    const rarest = (this.asked.get(one) ?? 0) <= (this.asked.get(other) ?? 0) ? one : other;
    this.asked.set(rarest, (this.asked.get(rarest) ?? 0) + 1);
    return rarest;
  }

  /** For an argument or member of this name: mostly of the right kind, and of something that is there. */
  idFor(choices: Choices, as: AskedBy, field: string, argument: string): string {
    const kind = argument === 'id' ? NAMED_BY_ID[field] : (argument as IdField);
    const kinds = Object.values(this.ids).filter((ids) => ids.length > 0);
    if (choices.chance(4)) return choices.pick(NONSENSE);
    if (this.globalIds.length > 0 && choices.chance(kind === undefined ? 90 : 6)) return choices.pick(this.globalIds);
    if (kind !== undefined && this.ids[kind].length > 0 && choices.chance(40))
      return this.ownOf(as, kind) ?? choices.pick(this.ids[kind].slice(0, 2));
    const ids = kind === undefined || choices.chance(4) ? choices.pick(kinds) : this.ids[kind];
    return ids.length > 0 ? choices.pick(ids) : choices.pick(choices.pick(kinds));
  }

  /** What the actor is known by, where that is what is asked for. */
  private ownOf(as: AskedBy, kind: IdField): string | undefined {
    if (typeof as !== 'string' || as === 'anonymous') return undefined;
    const actor: object = PERSONAS[as];
    return (actor as Partial<Record<IdField, string>>)[kind];
  }

  /** A cursor of this very list, as this actor was given one; undefined where nobody was yet. */
  cursorOf(choices: Choices, list: string): string | undefined {
    const known = this.cursors.get(list);
    return known && choices.pick(known);
  }

  /** Of any list of anybody's. */
  foreignCursor(choices: Choices): string {
    const lists = [...this.cursors.values()];
    return lists.length > 0 ? choices.pick(choices.pick(lists)) : 'AAAA';
  }

  /** Takes in, of an answer that is walked, the ids and the cursors of the lists at its root. */
  learner(as: AskedBy, { variables }: Asking): Visit {
    const lists = new Map<string | number, string>();
    return (type, nodes, value, path) => {
      const [node] = nodes;
      const [root] = path;
      if (!node || root === undefined) return;
      if (path.length === 1 && isList(type, node)) lists.set(root, listNamed(as, node, variables));
      if (typeof value !== 'string' || value === '') return;
      const name = node.name.value;
      if (name === 'id') keep(this.globalIds, value);
      if (ID_FIELDS.some((field) => field === name)) keep(this.ids[name as IdField], value);
      const list = lists.get(root);
      if (list !== undefined && isCursorOfRoot(type, name, path)) this.learnCursor(list, value);
    };
  }

  private learnCursor(list: string, cursor: string): void {
    const known = this.cursors.get(list) ?? [];
    this.cursors.set(list, known);
    keep(known, cursor);
  }
}

function isList(type: GraphQLObjectType, node: FieldNode): boolean {
  const field = type.getFields()[node.name.value];
  return field !== undefined && getNamedType(field.type).name.endsWith('Connection');
}

/** At `list.pageInfo.endCursor` or `list.edges.0.cursor`: further down there are other lists. */
function isCursorOfRoot({ name: type }: GraphQLObjectType, name: string, path: readonly unknown[]): boolean {
  if (type === 'PageInfo') return path.length === 3 && name.endsWith('Cursor');
  return name === 'cursor' && path.length === 4;
}

function keep(into: string[], value: string): void {
  if (into.includes(value)) return;
  if (into.length >= MOST_KEPT) into.shift();
  into.push(value);
}

const PAGE = ['first', 'last', 'after', 'before'];

/** What tells one list at the root from others: who asks, the field, and what it is narrowed and sorted by. */
function listNamed(as: AskedBy, node: FieldNode, variables: Readonly<Record<string, unknown>>): string {
  const chosen = (node.arguments ?? [])
    .filter(({ name }) => !PAGE.includes(name.value))
    .map(({ name, value }) => {
      const said = value.kind === Kind.VARIABLE ? JSON.stringify(variables[value.name.value]) : print(value);
      return `${name.value}: ${said}`;
    });
  return `${String(as)} ${node.name.value}(${chosen.sort().join(', ')})`;
}
