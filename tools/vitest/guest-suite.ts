import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Written for Jest and for the version of Apollo Server that it was published with. */
export const GUEST_SUITE = '@apollo/server-integration-testsuite';

const AS_GUEST = resolve('apps/apollo-suite/src/integration.ts');

/** Has that suite run on this repository's runner, and against the Apollo Server that is shipped. */
export function guestSuite(): Plugin {
  return {
    name: 'guest-suite',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.includes(GUEST_SUITE)) return undefined;
      if (source === '@jest/globals') return resolve('apps/apollo-suite/spec/jest-globals.ts');
      return source.startsWith('@apollo/server') ? this.resolve(source, AS_GUEST) : undefined;
    },
  };
}
