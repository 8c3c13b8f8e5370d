import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compressed } from './compressed.plugin.ts';
import { methodPage } from './method.plugin.ts';

/** What the API server answers; everything else is the lab's own. */
const SERVED_BY_THE_API = [
  '/level0',
  '/level1',
  '/level2',
  '/level3',
  '/graphql',
  '/dev',
  '/health',
  '/lab',
  '/problems',
];

export default defineConfig({
  plugins: [react(), methodPage(), compressed()],
  // The packages export their TypeScript under this condition: no build of theirs has to come first.
  resolve: { conditions: ['@rungs/source', ...defaultClientConditions] },
  // Workers of the editor of GraphiQL load more of themselves when they need it.
  worker: { format: 'es' },
  build: {
    // Nothing inlined as data: URIs, which a strict Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      onLog: (level, log, report) => {
        // "use no memo" in the packages of GraphiQL: said to a compiler that has run already.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      treeshake: {
        // Our packages declare and compute; loading one does nothing. Only the lab's entry and its styles act.
        moduleSideEffects: (id) => !/[\\/]libs[\\/]/.test(id),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      SERVED_BY_THE_API.map((path) => [path, { target: process.env['RUNGS_URL'] ?? 'http://127.0.0.1:3000' }]),
    ),
  },
});
