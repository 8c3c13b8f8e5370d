import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { ADAPTED, SWITCHED_OFF } from '../lint/graphql-rules.mjs';

const repositoryRoot = resolve(import.meta.dirname, '../..');
const linter = new ESLint({ cwd: repositoryRoot });
const FILE = resolve(repositoryRoot, 'libs/styles/graphql/server/src/order/planted.graphql');

/** Lints SDL as if it lay beside that of an order; nothing is written. */
async function complaintsAbout(sdl: string) {
  const results = await linter.lintText(sdl, { filePath: FILE });
  return results.flatMap(({ messages }) => messages);
}

const typed = (sdl: string): string => `"""\nPlanted.\n"""\n${sdl}\n`;
const queried = (field: string): string => `extend type Query {\n  """\n  Planted.\n  """\n  ${field}\n}\n`;

const VIOLATIONS = [
  ['a type without a word', 'type Planted {\n  name: String!\n}\n', 'require-description'],
  ['a query without a word', 'extend type Query {\n  planted: Order\n}\n', 'require-description'],
  ['a description that nobody sees', '# Planted.\ntype Planted {\n  name: String!\n}\n', 'no-hashtag-description'],
  ['a field in another case', typed('type Planted {\n  planted_name: String!\n}'), 'naming-convention'],
  ['a query that says that it gets', queried('getPlanted: Order'), 'naming-convention'],
  [
    'a field that is on its way out and says not why',
    typed('type Planted {\n  name: String! @deprecated\n}'),
    'require-deprecation-reason',
  ],
  ['a type that nothing leads to', typed('type Planted {\n  name: String!\n}'), 'no-unreachable-types'],
  ['a type that nobody knows', queried('planted: Ordr'), 'known-type-names'],
  ['a directive that nobody knows', queried('planted: Order @prise(weight: "1")'), 'known-directives'],
  [
    'a change with another argument than its input',
    'extend type Mutation {\n  """\n  Planted.\n  """\n  plant(order: ID!): PlaceOrderPayload\n}\n',
    'input-name',
  ],
  [
    'a connection that goes one way only',
    queried('planted(first: Int, after: String): OrderConnection'),
    'relay-arguments',
  ],
  [
    'a connection without a page info',
    typed('type PlantedConnection {\n  edges: [OrderEdge!]!\n}'),
    'relay-connection-types',
  ],
  [
    'an edge without a cursor',
    typed('type PlantedConnection {\n  edges: [PlantedEdge!]!\n  pageInfo: PageInfo!\n}') +
      typed('type PlantedEdge {\n  node: Order!\n}'),
    'relay-edge-types',
  ],
] as const;

describe('the linter', () => {
  it.each(VIOLATIONS)('refuses %s', { timeout: 60_000 }, async (_what, sdl, rule) => {
    expect((await complaintsAbout(sdl)).map(({ ruleId }) => ruleId)).toContain(`@graphql-eslint/${rule}`);
  });

  it('finds nothing wrong with SDL that is right', { timeout: 60_000 }, async () => {
    const right = queried('planted(first: Int, after: String, last: Int, before: String): OrderConnection');
    expect(await complaintsAbout(right)).toEqual([]);
  });

  it.each([...SWITCHED_OFF, ...ADAPTED])('leaves $rule aside for a reason: $reason', async ({ rule, reason }) => {
    const { rules } = (await linter.calculateConfigForFile(FILE)) as { rules: Record<string, unknown[]> };
    expect(rules).toHaveProperty([rule]);
    expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });
});
