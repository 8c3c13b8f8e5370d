import type { Mutation } from './mutation.ts';
import { SHARED_MUTATIONS } from './shared-mutations.ts';
import { STYLE_MUTATIONS } from './style-mutations.ts';

export const MUTATIONS: readonly Mutation[] = [...STYLE_MUTATIONS, ...SHARED_MUTATIONS];
