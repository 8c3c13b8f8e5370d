import { cpSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Reads a .dockerignore: what Docker leaves out of the build context.
 *
 * @param {string} source
 * @returns {(path: string) => boolean} whether a path, relative to the context and with slashes, is left out
 */
export function readIgnoreFile(source) {
  const patterns = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const exception = patterns.find((pattern) => pattern.startsWith('!'));
  if (exception) throw new Error(`Exceptions are not understood here: ${exception}`);
  const expressions = patterns.map(expressionOf);
  return (path) => expressions.some((expression) => expression.test(path));
}

/** Copies a checkout the way Docker sends it. */
export function copyContext(checkout, target) {
  const isIgnored = readIgnoreFile(readFileSync(join(checkout, '.dockerignore'), 'utf8'));
  cpSync(checkout, target, {
    recursive: true,
    filter: (source) => {
      const path = relative(checkout, source).split(sep).join('/');
      return path === '' || !isIgnored(path);
    },
  });
}

/** A pattern names a file or a folder with all in it; `**` is any number of folders, `*` stays within one name. */
function expressionOf(pattern) {
  const escaped = pattern
    .replace(/^\.?\//, '')
    .replace(/\/$/, '')
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('**/', '\u0000')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('\u0000', '(?:.*/)?');
  return new RegExp(`^${escaped}(?:/.*)?$`);
}
