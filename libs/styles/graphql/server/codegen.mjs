// Makes two files from the SDL under src/: its whole text, so that the server needs no .graphql file at run time, and
// the TypeScript types that resolvers are written against. Run after every change of a .graphql file:
//   node libs/styles/graphql/server/codegen.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { buildSchema, parse } from 'graphql';

const sourceRoot = resolve(import.meta.dirname, 'src');

const MAPPED = [
  ...['Order', 'Restaurant', 'Menu', 'MenuItem', 'MenuImport', 'Photo', 'Consumer', 'Viewer'],
  ...['Basket', 'Ticket', 'Delivery', 'Courier', 'Bill'],
];
const CONNECTIONS = [
  ...['Order', 'OrderHistory', 'Restaurant', 'Consumer'],
  ...['Ticket', 'Delivery', 'LocationPing', 'Courier'],
];
const DOMAIN_ENUMS = ['OrderState', 'TicketState', 'DeliveryState', 'PaymentState', 'RefusalCode', 'Role'];

const CONFIG = {
  useTypeImports: true,
  importExtension: '.ts',
  immutableTypes: true,
  enumsAsTypes: true,
  strictScalars: true,
  scalars: { DateTime: '@rungs/domain#Instant', MinorUnits: 'number', EmailAddress: 'string', ID: 'string' },
  enumValues: {
    ...Object.fromEntries(DOMAIN_ENUMS.map((name) => [name, `@rungs/domain#${name}`])),
    Action: '@rungs/application#OperationName',
  },
  // What resolvers hand down for these types; everything else is shaped as the SDL says.
  mappers: {
    ...Object.fromEntries(MAPPED.map((name) => [name, `./nodes.ts#${name}Node`])),
    ...Object.fromEntries(CONNECTIONS.map((name) => [`${name}Connection`, `./nodes.ts#${name}Page`])),
  },
  contextType: './context.ts#GraphqlContext',
  inputMaybeValue: 'T | null | undefined',
  maybeValue: 'T | null | undefined',
};

/** @returns {Promise<Record<string, string>>} what each generated file must hold, by its path */
export async function generate() {
  const files = readdirSync(sourceRoot, { recursive: true })
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  const schema = buildSchema(files.map((file) => readFileSync(join(sourceRoot, file), 'utf8')).join('\n'));
  // graphql-js prints a schema without the directives that it carries, and with them goes what everything costs.
  const sdl = printSchemaWithDirectives(schema);
  const types = await codegen({
    filename: 'types.generated.ts',
    schema: parse(sdl),
    documents: [],
    config: CONFIG,
    pluginMap: { typescript, 'typescript-resolvers': typescriptResolvers },
    plugins: [{ typescript: {} }, { 'typescript-resolvers': {} }],
  });
  const header = '// Generated from the .graphql files by codegen.mjs.\n';
  return {
    [join(sourceRoot, 'schema.generated.ts')]:
      `${header}\n/** The whole schema in SDL. */\nexport const SCHEMA_SDL = [\n` +
      `${sdl
        .split('\n')
        .map((line) => `  ${JSON.stringify(line)},\n`)
        .join('')}].join('\\n');\n`,
    // The plugin re-exports enums that are mapped to types as if they were values (TS1205).
    [join(sourceRoot, 'types.generated.ts')]: `${header}${types.replaceAll(/^export \{ /gm, 'export type { ')}\n`,
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of Object.entries(await generate())) writeFileSync(file, text);
}
