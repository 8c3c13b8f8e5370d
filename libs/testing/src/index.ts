export * from './conformance/conformance.ts';
export * from './conformance/probes.ts';
export * from './equivalence/equivalence.ts';
export * from './serve-style.ts';
export * from './test-database.ts';
