export * from './use-cases.module.ts';
