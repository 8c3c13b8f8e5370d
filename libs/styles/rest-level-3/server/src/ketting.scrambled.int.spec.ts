import { vi } from 'vitest';
import { describeKetting } from '../spec/served-to-ketting.ts';
import { RestLevel3Module } from './module.ts';
import { uris } from './paths.ts';

// Before any import: paths are made when the server's sources are.
vi.hoisted(() => vi.stubEnv('RUNGS_LEVEL3_PATHS', 'scrambled'));

describeKetting(RestLevel3Module, uris.href('home', {}));
