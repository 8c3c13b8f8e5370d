import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../lint/layers.mjs';

const BOUNDARIES = '@nx/enforce-module-boundaries';
const RESTRICTED = '@typescript-eslint/no-restricted-imports';

const repositoryRoot = resolve(import.meta.dirname, '../..');
const linter = new ESLint({ cwd: repositoryRoot });

/** Lints a module as if it lay in that file; nothing is written. */
async function complaintsAbout({ file, imports, code }: { file: string; imports?: string; code?: string }) {
  code ??= `import { planted } from '${imports}';\n\nexport const kept = planted;\n`;
  const results = await linter.lintText(code, { filePath: resolve(repositoryRoot, file) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ({ ruleId, message })));
}

interface Planted {
  what: string;
  file: string;
  imports: string;
  rule: string;
  says: RegExp;
}

const VIOLATIONS: Planted[] = [
  {
    what: 'one style’s server importing another’s',
    file: 'libs/styles/rest-level-2/server/src/order/planted.ts',
    imports: '@rungs/rest-level-3-server',
    rule: BOUNDARIES,
    says: /"layer:style-server" can only depend on/,
  },
  {
    what: 'one style reaching into another’s folder',
    file: 'libs/styles/rest-level-2/server/src/order/planted.ts',
    imports: '../../../../rest-level-3/server/src/index.ts',
    rule: BOUNDARIES,
    says: /cannot be imported by a relative or absolute path/,
  },
  {
    what: 'one style’s spec importing another’s client',
    file: 'libs/styles/rest-level-2/server/src/planted.int.spec.ts',
    imports: '@rungs/rest-level-3-client',
    rule: BOUNDARIES,
    says: /"style:rest-level-2" can only depend on/,
  },
  {
    what: 'a style’s client importing its own server',
    file: 'libs/styles/graphql/client/src/planted.ts',
    imports: '@rungs/graphql-server',
    rule: BOUNDARIES,
    says: /Circular dependency between "graphql-client" and "graphql-server"/,
  },
  {
    what: 'TypeORM in the domain',
    file: 'libs/domain/src/order/planted.ts',
    imports: 'typeorm',
    rule: BOUNDARIES,
    says: /"layer:domain" is not allowed to import "typeorm"/,
  },
  {
    what: 'TypeORM in a style',
    file: 'libs/styles/rest-level-1/server/src/order/planted.ts',
    imports: 'typeorm',
    rule: BOUNDARIES,
    says: /"layer:style-server" is not allowed to import "typeorm"/,
  },
  {
    what: 'the PostgreSQL driver outside persistence',
    file: 'libs/testing/src/planted.ts',
    imports: 'pg',
    rule: BOUNDARIES,
    says: /"layer:testing" is not allowed to import "pg"/,
  },
  {
    what: 'any npm package in application',
    file: 'libs/application/src/order/planted.ts',
    imports: 'zod',
    rule: BOUNDARIES,
    says: /"layer:application" is not allowed to import "zod"/,
  },
  {
    what: 'Nest in a client package',
    file: 'libs/styles/rest-level-3/client/src/planted.ts',
    imports: '@nestjs/common',
    rule: BOUNDARIES,
    says: /"layer:style-client" is not allowed to import "@nestjs\/common"/,
  },
  {
    what: 'Nest in the list of clients',
    file: 'libs/clients/src/planted.ts',
    imports: '@nestjs/common',
    rule: BOUNDARIES,
    says: /"layer:clients" is not allowed to import "@nestjs\/common"/,
  },
  {
    what: 'Nest in the web lab',
    file: 'apps/lab/src/planted.tsx',
    imports: '@nestjs/common',
    rule: BOUNDARIES,
    says: /"layer:app-lab" is not allowed to import "@nestjs\/common"/,
  },
  {
    what: 'the domain importing a floor above it',
    file: 'libs/domain/src/order/planted.ts',
    imports: '@rungs/persistence',
    rule: BOUNDARIES,
    says: /Circular dependency between "domain" and "persistence"/,
  },
  {
    what: 'testing imported by what is shipped',
    file: 'apps/api/src/planted.ts',
    imports: '@rungs/testing',
    rule: BOUNDARIES,
    says: /"layer:app-api" can only depend on/,
  },
  {
    what: 'a package that package.json does not declare',
    file: 'libs/telemetry/src/planted.ts',
    imports: 'zod',
    rule: BOUNDARIES,
    says: /Only packages defined in the "package.json"/,
  },
  {
    what: 'a Node built-in in application',
    file: 'libs/application/src/order/planted.ts',
    imports: 'node:fs',
    rule: RESTRICTED,
    says: /no Node built-ins/,
  },
  {
    what: 'a bare Node built-in in the domain',
    file: 'libs/domain/src/order/planted.ts',
    imports: 'fs/promises',
    rule: RESTRICTED,
    says: /no Node built-ins/,
  },
  {
    what: 'a Node built-in in a client package',
    file: 'libs/styles/rest-level-0/client/src/planted.ts',
    imports: 'node:http',
    rule: RESTRICTED,
    says: /no Node built-ins/,
  },
  {
    what: 'running code of the JSON contract in a client package',
    file: 'libs/styles/rest-level-2/client/src/planted.ts',
    imports: '@rungs/json',
    rule: RESTRICTED,
    says: /only types/,
  },
];

const LEGAL = [
  { file: 'libs/domain/src/order/planted.ts', imports: '../index.ts' },
  { file: 'libs/testing/src/planted.ts', imports: './index.ts' },
  { file: 'libs/application/src/order/planted.ts', imports: '@rungs/domain' },
  { file: 'libs/persistence/src/order/planted.ts', imports: 'typeorm' },
  { file: 'libs/json/src/order/planted.ts', imports: 'zod' },
  { file: 'libs/styles/rest-level-2/server/src/order/planted.ts', imports: '@rungs/json' },
  { file: 'libs/styles/rest-level-2/server/src/order/planted.ts', imports: '@nestjs/common' },
  { file: 'libs/styles/rest-level-2/server/src/planted.int.spec.ts', imports: '@rungs/testing' },
  { file: 'libs/styles/rest-level-2/server/src/planted.int.spec.ts', imports: '@rungs/rest-level-2-client' },
  { file: 'libs/styles/rest-level-2/client/src/planted.ts', imports: '@rungs/scenarios' },
  { file: 'libs/domain/src/order/planted.spec.ts', imports: 'fast-check' },
  { file: 'libs/clients/src/planted.ts', imports: '@rungs/graphql-client' },
  { file: 'apps/api/src/planted.ts', imports: '@rungs/graphql-server' },
  { file: 'apps/lab/src/planted.tsx', imports: 'react' },
];

const UNHOUSELY = [
  { what: 'a default export', file: 'src/planted.ts', code: 'export default 1;\n', rule: 'house/no-default-export' },
  {
    what: 'a barrel inside a package',
    file: 'src/order/index.ts',
    code: "export * from './order.ts';\n",
    rule: 'house/no-inner-barrel',
  },
  {
    what: 'a focused test',
    file: 'src/planted.spec.ts',
    code: "import { it } from 'vitest';\n\nit.only('runs alone', () => undefined);\n",
    rule: 'house/no-focused-or-skipped-test',
  },
  {
    what: 'a skipped table of tests',
    file: 'src/planted.spec.ts',
    code: "import { describe } from 'vitest';\n\ndescribe.concurrent.skip('nothing', () => undefined);\n",
    rule: 'house/no-focused-or-skipped-test',
  },
  {
    what: 'a Node built-in imported late',
    file: 'src/planted.ts',
    code: "export const files = await import('node:fs');\n",
    rule: 'house/no-dynamic-node-import',
  },
  {
    what: 'a value import used as a type',
    file: 'src/planted.ts',
    code: "import { Order } from './order.ts';\n\nexport const idOf = (order: Order) => order.id;\n",
    rule: '@typescript-eslint/consistent-type-imports',
  },
  {
    what: 'a file that outgrew the page',
    file: 'src/planted.ts',
    code: 'export {};\n'.repeat(400),
    rule: 'max-lines',
  },
];

describe('the linter refuses', { timeout: 60_000 }, () => {
  it.each(VIOLATIONS)('$what', async ({ file, imports, rule, says }) => {
    const complaints = await complaintsAbout({ file, imports });
    expect([...new Set(complaints.map(({ ruleId }) => ruleId))]).toEqual([rule]);
    expect(complaints.map(({ message }) => message).join('\n')).toMatch(says);
  });
});

describe('the linter refuses in any package', { timeout: 60_000 }, () => {
  it.each(UNHOUSELY)('$what', async ({ file, code, rule }) => {
    const complaints = await complaintsAbout({ file: `libs/domain/${file}`, code });
    expect([...new Set(complaints.map(({ ruleId }) => ruleId))]).toEqual([rule]);
  });
});

describe('the linter lets pass', { timeout: 60_000 }, () => {
  it('a value import that a decorated class is injected by', async () => {
    const code = [
      "import { Injectable } from '@nestjs/common';",
      "import { PlaceOrder } from '@rungs/application';",
      '',
      '@Injectable()',
      'export class Planted {',
      '  constructor(readonly placeOrder: PlaceOrder) {}',
      '}',
      '',
    ].join('\n');
    expect(await complaintsAbout({ file: 'libs/styles/rest-level-2/server/src/planted.ts', code })).toEqual([]);
  });

  it.each(LEGAL)('$imports in $file', async (legal) => {
    expect(await complaintsAbout(legal)).toEqual([]);
  });
});

describe('the table of layers', () => {
  it('leaves no circle among what is shipped', () => {
    const visited = new Set<string>();
    const visit = (layer: string, path: string[]) => {
      expect(path, `${[...path, layer].join(' → ')} is a circle`).not.toContain(layer);
      if (visited.has(layer)) return;
      for (const target of LAYERS[layer]!.mayImport) visit(target, [...path, layer]);
      visited.add(layer);
    };
    for (const layer of Object.keys(LAYERS)) visit(layer, []);
  });

  it('names no layer that does not exist', () => {
    const named = Object.values(LAYERS).flatMap(({ mayImport, specsMayImport = [] }) => [
      ...mayImport,
      ...specsMayImport,
    ]);
    expect(named.filter((layer) => !(layer in LAYERS))).toEqual([]);
  });
});
