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
  const isItsPlace = (module: string): boolean => module.split('?')[0]?.endsWith(`/libs/${mutation.file}`) ?? false;
  return {
    name: 'rungs:planted-mistake',
    // Vitest keeps transformed modules from run to run. All but one are as ever, and may come from there; the broken
    // one must neither be kept for others nor be had from those who have it whole.
    api: { vitest: { ignoreFsModuleCache: true } },
    configureVitest({ defineCacheKeyGenerator }) {
      defineCacheKeyGenerator(({ id: module }) => (isItsPlace(module) ? false : undefined));
    },
    enforce: 'pre',
    transform(code, module) {
      if (!isItsPlace(module)) return undefined;
      if (code.split(mutation.find).length !== 2) {
        throw new Error(`${mutation.file} no longer holds exactly one: ${mutation.find}`);
      }
      return { code: code.replace(mutation.find, () => mutation.replace), map: null };
    },
  };
}
