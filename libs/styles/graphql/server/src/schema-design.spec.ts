import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { SCHEMA_SDL } from './schema.generated.ts';

// What the schema promises of itself, type by type: docs/adr/0018-the-schema-snapshot.md says why.

const schema = buildSchema(SCHEMA_SDL);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const ROOTS = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name);

/** Whatever is named in the schema below its types: `Order.total`, `Query.orders(first:)`, `OrderState.APPROVED`. */
interface Member {
  readonly name: string;
  readonly at: string;
  readonly description: string | null | undefined;
  readonly type: GraphQLNamedType;
}

const memberOf = (
  at: string,
  { name, description, type }: { name: string; description?: string | null; type: unknown },
) => ({
  name,
  at,
  description,
  type: getNamedType(type as GraphQLOutputType),
});

const outputs = types
  .filter((type) => isObjectType(type) || isInterfaceType(type))
  .flatMap((on) =>
    Object.values(on.getFields()).map((field) => {
      const inherited = on.getInterfaces().find((face) => field.name in face.getFields());
      const description = field.description ?? inherited?.getFields()[field.name]?.description;
      return { ...memberOf(`${on.name}.${field.name}`, { ...field, description }), on, field };
    }),
  );
const args: readonly Member[] = outputs.flatMap(({ at, field }) =>
  field.args.map((argument) => memberOf(`${at}(${argument.name}:)`, argument)),
);
const inputs: readonly Member[] = types
  .filter(isInputObjectType)
  .flatMap((on) => Object.values(on.getFields()).map((field) => memberOf(`${on.name}.${field.name}`, field)));

const namesOf = (members: readonly { readonly at: string }[]): string[] => members.map(({ at }) => at);

/** Names that leave nothing to ask, wherever they stand. */
const SELF_EXPLAINING = [
  ...['name', 'restaurantName', 'first', 'last', 'street', 'city', 'postalCode'],
  ...['placedAt', 'requestedAt', 'refundedAt', 'orderVersion', 'ticketVersion', 'deliveryVersion'],
  ...['expectedVersion', 'currentVersion'],
];
/** Relay's specification says what it is. */
const RELAYS = ['cursor'];

describe('the schema describes', () => {
  it('every type and directive', () => {
    const directives = schema.getDirectives();
    expect([...types, ...directives].filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });

  it('every query, mutation and subscription', () => {
    const roots = outputs.filter(({ on }) => ROOTS.includes(on.name));
    expect(roots.length).toBeGreaterThan(40);
    expect(namesOf(roots.filter(({ description }) => !description))).toEqual([]);
  });

  it('every field, argument and member of an input whose type does not say what it is, nor its name', () => {
    const scalars = [...outputs, ...args, ...inputs].filter(({ type }) => isScalarType(type));
    expect(scalars.length).toBeGreaterThan(200);
    const silent = scalars.filter(({ description }) => !description);
    expect(namesOf(silent.filter(({ name }) => ![...SELF_EXPLAINING, ...RELAYS].includes(name)))).toEqual([]);
    // No name is excused that nobody has.
    expect(SELF_EXPLAINING.filter((name) => !silent.some((member) => member.name === name))).toEqual([]);
  });

  it('when a field is null, wherever it may be', () => {
    const nullable = outputs.filter(({ on, field }) => !ROOTS.includes(on.name) && !isNonNullType(field.type));
    expect(nullable.length).toBeGreaterThan(60);
    expect(namesOf(nullable.filter(({ description }) => !/\bnull\b/i.test(description ?? '')))).toEqual([]);
    // Of all that can be asked or changed, the roots say it once.
    expect(schema.getQueryType()?.description).toMatch(/`null`/);
    expect(schema.getMutationType()?.description).toMatch(/\bnull\b/);
  });

  it('every value of an enum, but those that are said elsewhere', () => {
    const elsewhere = { Action: 'its mutation', RefusalCode: 'its type', Vehicle: 'any dictionary' };
    const undescribed = types
      .filter(isEnumType)
      .filter((type) => type.getValues().some(({ description }) => !description));
    expect(undescribed.map(({ name }) => name).sort()).toEqual(Object.keys(elsewhere).sort());
  });
});

describe('one part that fails takes nothing down with it:', () => {
  const isNode = (type: GraphQLNamedType): boolean =>
    type.name === 'Node' || (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'));
  const isConnection = (type: GraphQLNamedType): boolean => type.name.endsWith('Connection');
  /** Read in one go with the thing they stand in. */
  const READ_WITH_IT = ['Menu.items'];

  it('whatever leads to another thing may be null', () => {
    const leading = outputs.filter(
      ({ on, type }) => (isNode(type) || isConnection(type)) && !/(?:Connection|Edge)$/.test(on.name),
    );
    expect(leading.length).toBeGreaterThan(40);
    expect(namesOf(leading.filter(({ field }) => isNonNullType(field.type)))).toEqual(READ_WITH_IT);
  });

  it('every query may be null, but for the one that reads nothing', () => {
    const queries = outputs.filter(({ on }) => on === schema.getQueryType());
    expect(namesOf(queries.filter(({ field }) => isNonNullType(field.type)))).toEqual(['Query.viewer']);
  });

  it('every mutation may be null, so that those before it in a request are not lost', () => {
    const mutations = outputs.filter(({ on }) => on === schema.getMutationType());
    expect(namesOf(mutations.filter(({ field }) => isNonNullType(field.type)))).toEqual([]);
  });

  it('a list is there or null as a whole: no item of one is null', () => {
    const lists = [...outputs.map(({ at, field }) => ({ at, type: field.type }))].filter(({ type }) =>
      isListType(isNonNullType(type) ? type.ofType : type),
    );
    expect(lists.length).toBeGreaterThan(40);
    const holed = lists.filter(({ type }) => {
      const list = isNonNullType(type) ? type.ofType : type;
      return isListType(list) && !isNonNullType(list.ofType);
    });
    expect(namesOf(holed)).toEqual([]);
  });
});

describe('a connection', () => {
  const connections = types.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'));
  const UNCOUNTED = { LocationPingConnection: 'a track grows while it is read' };

  it('has edges, nodes, a page info and a count', () => {
    expect(connections.length).toBeGreaterThan(5);
    for (const type of connections) {
      const counted = type.name in UNCOUNTED ? [] : ['totalCount'];
      expect(Object.keys(type.getFields()), type.name).toEqual(['edges', 'nodes', 'pageInfo', ...counted]);
      const item = type.name.replace('Connection', '');
      const edge = schema.getType(`${item}Edge`);
      expect(String(type.getFields()['edges']?.type)).toBe(`[${item}Edge!]!`);
      expect(isObjectType(edge) && `[${String(edge.getFields()['node']?.type)}]!`).toBe(
        String(type.getFields()['nodes']?.type),
      );
    }
  });

  it('is of things that can be refetched, but for two kinds of values', () => {
    const values = connections.filter((type) => {
      const node = getNamedType(type.getFields()['nodes']?.type as GraphQLOutputType);
      return !isObjectType(node) || node.getInterfaces().length === 0;
    });
    expect(values.map(({ name }) => name).sort()).toEqual(['LocationPingConnection', 'OrderHistoryConnection']);
  });

  it('of a consumer’s orders is narrowed and sorted like that of all orders', () => {
    const inputOf = (name: string) => {
      const type = schema.getType(name);
      return isInputObjectType(type)
        ? Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]))
        : {};
    };
    const { consumerId, ...rest } = inputOf('OrderFilter');
    expect(consumerId).toBe('ID');
    expect(inputOf('ConsumerOrdersFilter')).toEqual(rest);
  });
});

describe('what is on its way out', () => {
  const leaving = outputs.flatMap(({ at, field }) =>
    field.deprecationReason ? [{ at, reason: field.deprecationReason, on: field }] : [],
  );

  it('says what to ask for instead', () => {
    expect(namesOf(leaving)).toEqual(['BillNotRefundableRefusal.state']);
    for (const { reason } of leaving) expect(reason).toMatch(/`\w+`/);
  });
});
