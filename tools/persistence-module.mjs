/**
 * One module of the persistence package, for tools: from its source where this Node can strip types, so that no build
 * has to come first, else from what the last build left.
 *
 * @param {string} path below the package's source, without an extension
 */
export async function persistenceModule(path) {
  const file = process.features.typescript ? `src/${path}.ts` : `dist/${path}.js`;
  return await import(new URL(`../libs/persistence/${file}`, import.meta.url).href);
}
