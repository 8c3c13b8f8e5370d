// Turns the rows of layers.mjs into lint rules, and refuses to lint at all where those rules could not be checked.
import { builtinModules } from 'node:module';
import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';
import { EVERY_SPEC, LAYERS, NO_STYLE, STYLES } from './layers.mjs';

const NODE_BUILTIN = `^(node:|(${builtinModules.filter((module) => !module.startsWith('_')).join('|')})(/|$))`;

/**
 * Reads Nx's project graph, without which `@nx/enforce-module-boundaries` quietly checks nothing, and checks that every
 * project wears one known tag of each dimension, without which no row would apply to it.
 *
 * @returns {Promise<Array<{ root: string, layer: string, style: string }>>} every project of the repository
 * @throws when there is no graph, or a project is not placed in it: the linter then fails and never passes by default
 */
export async function placedProjects() {
  // Inside an Nx task the graph has just been written; outside (an editor, `eslint .`) it may be stale or missing.
  if (!process.env.NX_TASK_TARGET_PROJECT) await createProjectGraphAsync({ exitOnError: false });
  const { nodes } = readCachedProjectGraph();
  return Object.values(nodes).map(({ name, data }) => ({
    root: data.root,
    layer: theTag(name, data.tags, 'layer', Object.keys(LAYERS)),
    style: theTag(name, data.tags, 'style', [...STYLES, NO_STYLE]),
  }));
}

function theTag(project, tags, dimension, known) {
  const values = (tags ?? []).filter((tag) => tag.startsWith(`${dimension}:`)).map((tag) => tag.split(':')[1]);
  if (values.length !== 1 || !known.includes(values[0])) {
    throw new Error(
      `${project} must wear exactly one tag "${dimension}:…" out of ${known.join(', ')} (package.json, nx.tags); ` +
        `it has ${values.length === 0 ? 'none' : values.join(', ')}.`,
    );
  }
  return values[0];
}

/** The options of `@nx/enforce-module-boundaries`, for sources or for specs. */
export function boundaryOptions({ specs, allow = [] }) {
  return {
    allow,
    // A spec may import `testing`, which imports the package under test; every other circle is refused. Layer by layer
    // and not `*`, because a pair of `testing` with itself would hold its own relative imports against the table.
    ignoredCircularDependencies: Object.keys(LAYERS)
      .filter((layer) => layer !== 'testing')
      .map((layer) => ['testing', `tag:layer:${layer}`]),
    banTransitiveDependencies: true,
    depConstraints: [
      ...Object.entries(LAYERS).map(([layer, row]) => ({
        sourceTag: `layer:${layer}`,
        onlyDependOnLibsWithTags: layersFor(row, specs).map((target) => `layer:${target}`),
        ...(row.onlyNpm ? { allowedExternalImports: [...row.onlyNpm, ...(specs ? EVERY_SPEC.npm : [])] } : {}),
        ...(row.neverNpm ? { bannedExternalImports: row.neverNpm } : {}),
      })),
      ...STYLES.map((style) => ({
        sourceTag: `style:${style}`,
        onlyDependOnLibsWithTags: [`style:${style}`, `style:${NO_STYLE}`],
      })),
    ],
  };
}

const layersFor = (row, specs) =>
  specs ? [...row.mayImport, ...(row.specsMayImport ?? []), ...EVERY_SPEC.layers] : row.mayImport;

/** The options of `@typescript-eslint/no-restricted-imports` for the sources of one layer. */
export function restrictedImports(layer) {
  const { isomorphic, typesOnlyFrom = [] } = LAYERS[layer];
  const patterns = [];
  if (isomorphic) {
    patterns.push({ regex: NODE_BUILTIN, message: `${layer} also runs in browsers: no Node built-ins.` });
  }
  if (typesOnlyFrom.length > 0) {
    patterns.push({
      regex: `^(${typesOnlyFrom.join('|')})$`,
      allowTypeImports: true,
      message: `${layer} takes only types from here: import type.`,
    });
  }
  return { patterns };
}
