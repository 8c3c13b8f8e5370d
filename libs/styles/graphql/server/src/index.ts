export * from './module.ts';
export { transport } from './transport/transport.ts';
