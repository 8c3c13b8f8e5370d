export * from './conformance/conformance.ts';
export * from './conformance/probes.ts';
export * from './equivalence/equivalence.ts';
export { LEAST_SUCCESS_PERCENT } from './equivalence/reach.ts';
export type { EquivalenceSubject } from './equivalence/style-bench.ts';
export * from './serve-style.ts';
export * from './test-database.ts';
