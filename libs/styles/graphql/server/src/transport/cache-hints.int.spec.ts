import { PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GraphqlStyleModule } from '../module.ts';
import { SCHEMA_SDL } from '../schema.generated.ts';
import { isPublic } from './cache-scope.ts';

let style: ServedStyle;
beforeAll(async () => {
  style = await serveStyle([GraphqlStyleModule]);
});
afterAll(() => style.close());

const schema = buildSchema(SCHEMA_SDL);

/** Everything below a type that the schema calls the same for everybody; each node once, and no photos in bulk. */
function selectionOf(type: GraphQLObjectType, selected: Set<string>): string {
  const isAtRoot = selected.size === 0;
  selected.add(type.name);
  const fields = Object.values(type.getFields()).filter((field) => isPublic(schema, type, field));
  return fields
    .flatMap((field) => {
      const below = getNamedType(field.type);
      if (!isCompositeType(below)) return isAtRoot || field.name !== 'data' ? [field.name] : [];
      if (!isObjectType(below)) return [];
      return selected.has(below.name) && below.getInterfaces().length > 0
        ? [`${field.name} { __typename }`]
        : [`${field.name} { ${selectionOf(below, selected)} }`];
    })
    .join(' ');
}

const RESTAURANT_ID = '01900000-0000-7000-8000-00000000b001';
const MENU_ITEM_ID = '01900000-0000-7000-8000-00000000f001';
const VALUES: Readonly<Record<string, string>> = {
  id: JSON.stringify(RESTAURANT_ID),
  restaurantId: JSON.stringify(RESTAURANT_ID),
  menuItemId: JSON.stringify(MENU_ITEM_ID),
  first: '2',
};

function queryOf(field: GraphQLField<unknown, unknown>): string {
  const given = field.args
    .filter(({ name }) => VALUES[name] !== undefined)
    .map(({ name }) => `${name}: ${VALUES[name]}`);
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} leads to no object.`);
  return `{ ${field.name}(${given.join(', ')}) { ${selectionOf(type, new Set())} } }`;
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ astNode }) =>
  astNode?.directives?.some(({ name }) => name.value === 'cacheControl'),
);

it('some of what can be asked is the same for everybody', () => {
  expect(roots.map(({ name }) => name)).toEqual(expect.arrayContaining(['restaurants', 'restaurant', 'menu']));
});

it.each(roots.map((field) => [field.name, field] as const))(
  'what caches may share of %s is the same to every persona, and to nobody',
  async (name, field) => {
    const search = new URLSearchParams({ query: queryOf(field) });
    const asked = async (persona: PersonaName | undefined): Promise<readonly unknown[]> => {
      const authorization = persona && `Bearer ${await style.tokenFor(persona)}`;
      const answer = await fetch(`${style.baseUrl}/graphql?${search.toString()}`, {
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      });
      return [answer.status, answer.headers.get('cache-control'), await answer.text()];
    };
    const [status, cacheControl, text] = await asked(undefined);
    expect([status, cacheControl]).toEqual([200, 'public, no-cache']);
    expect(text).toContain(`{"${name}":{`);
    for (const persona of Object.keys(PERSONAS) as PersonaName[]) {
      expect(await asked(persona), persona).toEqual([status, cacheControl, text]);
    }
  },
);
