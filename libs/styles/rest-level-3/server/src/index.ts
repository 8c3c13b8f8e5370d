export * from './module.ts';
export { OPERATION_HANDLERS } from './operations.ts';
