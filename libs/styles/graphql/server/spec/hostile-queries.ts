// What strangers may send, as data: every door of the style (HTTP, WebSocket) refuses the same list. Each is a
// document of its own kind of excess and within all other limits as far as that is possible, so that no limit is
// shown by another one's work.

export interface HostileQuery {
  readonly name: string;
  /** Built when asked for: some are a megabyte. */
  readonly build: () => { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> };
  /** `extensions.code` of one of the errors that refuse it. */
  readonly code: string;
  /** `extensions.limit`, where one of our own limits refuses it. */
  readonly limit?: string;
}

const LIMIT = 'OPERATION_LIMIT_EXCEEDED';
const COST = 'OPERATION_TOO_COSTLY';
const INVALID = 'GRAPHQL_VALIDATION_FAILED';
const UNPARSED = 'GRAPHQL_PARSE_FAILED';

/** The items `0` to `count - 1`, each as text, with blanks between. */
const listed = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const nested = (turns: number, open: string, close: string, innermost: string): string =>
  `${open.repeat(turns)}${innermost}${close.repeat(turns)}`;

/** Fragments of which each spreads the next one twice. */
const doubling = (count: number, type: string, twice: (next: string) => string, last: string): string =>
  `${listed(count, (at) => `fragment F${at} on ${type} { ${twice(`F${at + 1}`)} }`)} fragment F${count} on ${type} { ${last} }`;

const query = (text: string, variables?: Readonly<Record<string, unknown>>) => () =>
  variables ? { query: text, variables } : { query: text };

export const HOSTILE_QUERIES: readonly HostileQuery[] = [
  {
    name: '300 levels of depth',
    build: query(`{ viewer { ${nested(100, 'consumer { orders { nodes { ', '} } } ', 'id ')} } }`),
    code: LIMIT,
    limit: 'depth',
  },
  {
    name: '400 levels of depth in fragments that lead to one another',
    build: query(
      `{ viewer { consumer { ...F0 } } } ${listed(45, (at) => `fragment F${at} on Consumer { orders { nodes { consumer { ...F${at + 1} } } } }`)} fragment F45 on Consumer { id }`,
    ),
    code: LIMIT,
    limit: 'depth',
  },
  {
    name: 'the same way round again, within the depth',
    build: query('{ order(id: 1) { ticket { order { ticket { order { id } } } } } }'),
    code: LIMIT,
    limit: 'recursion',
  },
  {
    name: '100 aliases of a root field',
    build: query(`{ ${listed(100, (at) => `a${at}: viewer { role }`)} }`),
    code: LIMIT,
    limit: 'aliases',
  },
  {
    name: '100 aliases below one object',
    build: query(`{ viewer { ${listed(100, (at) => `a${at}: role`)} } }`),
    code: LIMIT,
    limit: 'aliases',
  },
  {
    name: 'aliases that a fragment multiplies',
    build: query(
      `{ viewer { ${listed(10, (at) => `c${at}: consumer { ...F }`)} } } fragment F on Consumer { ${listed(10, (at) => `i${at}: id`)} }`,
    ),
    code: LIMIT,
    limit: 'aliases',
  },
  {
    name: '200 root fields',
    build: query(`{ ${'viewer { role } '.repeat(200)} }`),
    code: LIMIT,
    limit: 'rootFields',
  },
  {
    name: 'mutations by the dozen',
    build: query(
      `mutation { ${listed(21, (at) => `m${at}: clearBasket(input: { consumerId: 1, restaurantId: 1 }) { basket { id } }`)} }`,
    ),
    code: LIMIT,
    limit: 'rootFields',
  },
  {
    name: '450 unknown directives',
    build: query(`{ viewer { role ${'@a '.repeat(450)} } }`),
    code: LIMIT,
    limit: 'directives',
  },
  {
    name: '1,000 directives',
    build: query(`{ viewer { role ${'@a '.repeat(1000)} } }`),
    code: UNPARSED,
  },
  {
    name: '100 directives that GraphQL knows',
    build: query(`{ viewer { ${'role @skip(if: false) '.repeat(100)} } }`),
    code: LIMIT,
    limit: 'directives',
  },
  {
    name: 'directives that a fragment multiplies',
    build: query(
      `{ ${'viewer { ...F } '.repeat(10)} } fragment F on Viewer { ${'role @include(if: true) '.repeat(10)} }`,
    ),
    code: LIMIT,
    limit: 'directives',
  },
  {
    name: 'pages within pages',
    build: query('{ consumers(first: 100) { nodes { orders(first: 100) { nodes { id } } } } }'),
    code: COST,
  },
  {
    name: 'pages within pages, their sizes in variables',
    build: query(
      'query ($n: Int!, $m: Int = 100) { consumers(first: $n) { edges { node { orders(first: $m) { edges { node { id } } } } } } }',
      { n: 100 },
    ),
    code: COST,
  },
  {
    name: 'pages within pages of which nothing is selected',
    build: query('{ consumers(first: 100) { nodes { orders(first: 100) { pageInfo { hasNextPage } } } } }'),
    code: COST,
  },
  {
    name: 'a page of full size many times over',
    build: query(`{ ${listed(12, (at) => `p${at}: orders(first: 100) { nodes { id } }`)} }`),
    code: COST,
  },
  {
    name: 'the photos of a whole menu',
    build: query('{ menu(restaurantId: 1) { items { photo { data } } } }'),
    code: COST,
  },
  {
    name: 'a fragment that spreads itself',
    build: query('{ order(id: 1) { ...A } } fragment A on Order { consumer { orders { nodes { ...A } } } }'),
    code: INVALID,
  },
  {
    name: 'fragments that spread one another in a circle',
    build: query('{ viewer { ...A } } fragment A on Viewer { role ...B } fragment B on Viewer { role ...A }'),
    code: INVALID,
  },
  {
    name: 'a fragment bomb',
    build: query(
      `{ ...F0 } ${doubling(30, 'Query', (next) => `a: node(id: 1) { ...${next} } b: node(id: 2) { ...${next} }`, 'viewer { role }')}`,
    ),
    code: LIMIT,
    limit: 'aliases',
  },
  {
    name: 'a fragment bomb of directives',
    build: query(
      `{ viewer { ...F0 } } ${doubling(60, 'Viewer', (next) => `...${next} ...${next}`, 'role @skip(if: false)')}`,
    ),
    code: LIMIT,
    limit: 'directives',
  },
  {
    name: 'a megabyte of tokens',
    build: query(`{ ${'viewer{role}'.repeat(80_000)} }`),
    code: LIMIT,
    limit: 'textLength',
  },
  {
    name: '6,000 tokens in a text of ordinary length',
    build: query(`{ viewer { ${'role '.repeat(6000)} } }`),
    code: UNPARSED,
  },
  {
    name: '300,000 comments',
    build: query(`${'#\n'.repeat(300_000)}{ viewer { role } }`),
    code: LIMIT,
    limit: 'textLength',
  },
  {
    name: 'a megabyte of blanks',
    build: query(`${' '.repeat(960_000)}{ viewer { role } }`),
    code: LIMIT,
    limit: 'textLength',
  },
  {
    name: '2,000 comments',
    build: query(`${'#\n'.repeat(2000)}{ viewer { role } }`),
    code: LIMIT,
    limit: 'tokens',
  },
  {
    name: 'a list in lists in lists',
    build: query(`{ order(id: ${nested(400, '[', ']', '1')}) { id } }`),
    code: INVALID,
  },
  {
    name: '30,000 opening brackets',
    build: query(`{ order(id: ${'['.repeat(30_000)}`),
    code: UNPARSED,
  },
  {
    name: 'an object in objects in objects',
    build: query(`{ orders(filter: ${nested(200, '{ a: ', ' }', '1')}) { nodes { id } } }`),
    code: INVALID,
  },
  {
    name: 'a variable whose type is lists of lists',
    build: query(`query ($a: ${nested(400, '[', ']', 'Int')}) { order(id: $a) { id } }`),
    code: INVALID,
  },
  {
    name: 'a variable of 900 kB',
    build: query('query ($n: Int) { orders(first: $n) { nodes { id } } }', { n: 'n'.repeat(900_000) }),
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'a variable that nests 40 levels deep',
    build: query('query ($n: Int) { orders(first: $n) { nodes { id } } }', {
      n: JSON.parse(nested(40, '[', ']', '1')) as unknown,
    }),
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'a variable with 50,000 wrong values',
    build: query('query ($f: OrderFilter) { orders(filter: $f) { nodes { id } } }', {
      f: { states: Array<string>(50_000).fill('NONE') },
    }),
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'introspection that goes round',
    build: query(`{ __schema { types { ${nested(6, 'fields { type { ', '} } ', 'name ')} } } }`),
    code: INVALID,
  },
  {
    name: 'introspection twenty times over',
    build: query(
      `{ ${listed(20, (at) => `s${at}: __schema { ...S }`)} } fragment S on __Schema { types { fields { type { name } } } }`,
    ),
    code: COST,
  },
  {
    name: 'fields that are compared pair by pair',
    build: query(`{ ${'viewer{role}'.repeat(249)} }`),
    code: LIMIT,
    limit: 'rootFields',
  },
  {
    name: 'fields of fragments that are compared pair by pair',
    build: query(
      `{ ...A ...B } fragment A on Query { ${'viewer { role } '.repeat(100)} } fragment B on Query { ${'viewer { role } '.repeat(100)} }`,
    ),
    code: LIMIT,
    limit: 'rootFields',
  },
  {
    name: 'hundreds of wrong names',
    build: query(`{ ${listed(400, (at) => `ordre${at}`)} }`),
    code: INVALID,
  },
  {
    name: 'a hundred operations',
    build: query(listed(100, (at) => `query Q${at} { viewer { role } }`)),
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
];
