import type { ViteUserConfig } from 'vitest/config';
import { plantedMistake } from '../mutate/plant.ts';
import { GUEST_SUITE, guestSuite } from './guest-suite.ts';

/** Packages export their TypeScript under this condition; without it a test would run whatever dist/ happens to hold. */
const SOURCE_CONDITION = '@rungs/source';

/**
 * The configuration which every suite of this repository shares: run from the root, with `--dir <package>`.
 *
 * @param test what only this kind of suite says: its files, its time limits, its set-up
 */
export function suite(test: NonNullable<ViteUserConfig['test']>): ViteUserConfig {
  return {
    plugins: [plantedMistake(), guestSuite()],
    resolve: {
      conditions: [SOURCE_CONDITION, 'module', 'node', 'development|production'],
      // Vite reads the field "module", Node does not. Without this graphql would be there twice, once for our sources
      // and once for Nest and Apollo, and its classes would not know each other.
      alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
    },
    ssr: {
      resolve: { conditions: [SOURCE_CONDITION, 'module', 'node', 'development|production'] },
      noExternal: [/^@rungs\//],
    },
    // Nest injects by constructor types, which exist at run time only as emitted decorator metadata. Said here and not
    // left to each package's tsconfig.json, because those exclude their specs.
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
    test: {
      environment: 'node',
      passWithNoTests: true,
      allowOnly: false,
      restoreMocks: true,
      unstubEnvs: true,
      unstubGlobals: true,
      server: { deps: { inline: [GUEST_SUITE] } },
      ...test,
    },
  };
}

export const NEVER_TESTED = ['**/node_modules/**', '**/dist/**'];
