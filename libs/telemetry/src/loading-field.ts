import { LOADING_MODES, type LoadingMode } from '@rungs/application';

/** The request field in which the lab says how reads are to be loaded, as Node names it. */
export const LOADING = 'rungs-loading';

export const NOT_A_LOADING_MODE = `Rungs-Loading must be one of ${LOADING_MODES.join(', ')}.`;

export function isLoadingMode(value: string | readonly string[]): value is LoadingMode {
  return LOADING_MODES.some((mode) => mode === value);
}
