// The rules for the SDL, as a published plugin states them: what it recommends, Relay's, and a few more. What is off or
// adapted is data with its reason; libs/styles/graphql/server/src/schema-design.spec.ts holds what the house asks for instead.
import graphql from '@graphql-eslint/eslint-plugin';

/** Where the SDL lies that the rules look names up in. */
const SCHEMA = 'libs/styles/graphql/server/src/**/*.graphql';

const RELAY = '@graphql-eslint/relay-';

/** Recommended rules that do not hold here, each with the reason. */
export const SWITCHED_OFF = [
  {
    rule: '@graphql-eslint/description-style',
    reason: 'A type has a block above it, a member one line: the rule knows one style for both.',
  },
  {
    rule: '@graphql-eslint/strict-id-in-types',
    reason:
      'A line of an order, a refusal or a ping is a value: it has no identity, and nothing could be refetched by one.',
  },
  {
    rule: '@graphql-eslint/no-typename-prefix',
    reason: 'All API styles name an order by its `orderId`; Relay has taken the plain `id` for the global one.',
  },
];

/** Rules with other options than the recommended ones, each with the reason. */
export const ADAPTED = [
  {
    rule: '@graphql-eslint/require-description',
    options: [
      {
        types: true,
        DirectiveDefinition: true,
        FieldDefinition: true,
        ignoredSelectors: ['FieldDefinition[parent.name.value!=/^(Query|Mutation|Subscription)$/]'],
      },
    ],
    reason: 'Its option `rootField` finds no field where a schema has several root types (4.4.1).',
  },
  {
    rule: `${RELAY}edge-types`,
    options: [{ withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
    reason: 'Pings and history entries are values that are paged through; and `nodes` beside `edges` is a list, too.',
  },
];

/** Rules of the plugin that no preset has. */
const BESIDES = {
  '@graphql-eslint/input-name': ['error', { checkInputType: true, caseSensitiveInputType: false }],
  '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
};

/** For `.graphql` files. */
export const graphqlRules = {
  plugins: { '@graphql-eslint': graphql },
  languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: SCHEMA } } },
  rules: {
    ...graphql.configs['flat/schema-recommended'].rules,
    ...graphql.configs['flat/schema-relay'].rules,
    ...BESIDES,
    ...Object.fromEntries(ADAPTED.map(({ rule, options }) => [rule, ['error', ...options]])),
    ...Object.fromEntries(SWITCHED_OFF.map(({ rule }) => [rule, 'off'])),
  },
};
