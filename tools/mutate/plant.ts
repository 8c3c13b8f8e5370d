import type { Plugin } from 'vite';
import { MUTATIONS } from './mutations.ts';

/**
 * Breaks one rule on purpose while the sources are loaded, so that no file is ever touched: `RUNGS_MUTATION` names
 * the mistake (see mutations.ts). A mistake whose place is gone stops the run instead of passing for found.
 */
export function plantedMistake(id = process.env['RUNGS_MUTATION']): Plugin | undefined {
  if (id === undefined) return undefined;
  const mutation = MUTATIONS.find((known) => known.id === id);
  if (!mutation) throw new Error(`There is no mutation ${id}.`);
  return {
    // Vitest keeps what was transformed by the names of the plugins: another mistake must be another plugin.
    name: `rungs:planted-mistake:${id}`,
    enforce: 'pre',
    transform(code, module) {
      if (!module.split('?')[0]?.endsWith(`/libs/${mutation.file}`)) return undefined;
      if (code.split(mutation.find).length !== 2) {
        throw new Error(`${mutation.file} no longer holds exactly one: ${mutation.find}`);
      }
      return { code: code.replace(mutation.find, () => mutation.replace), map: null };
    },
  };
}
