export * from './exchange-trace.ts';
export { LOADING } from './loading-field.ts';
export * from './register-telemetry.ts';
export * from './socket-meter.ts';
export * from './trace-document.ts';
export * from './trace-store.ts';
export * from './traceparent.ts';
