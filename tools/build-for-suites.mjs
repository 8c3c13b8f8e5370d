// Before commands that run a suite without Nx (`npm run mutate`, `equivalence`, `operations`): Vitest seeds the database
// of all suites by the built persistence, outside of where it reads sources.
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build-if-changed.mjs';
import { carriedNode } from './carried-node.mjs';

const checkout = fileURLToPath(new URL('..', import.meta.url));
process.exitCode = await buildIfChanged(checkout, carriedNode(checkout), ['persistence'], console.error);
