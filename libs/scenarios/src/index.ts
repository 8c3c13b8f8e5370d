export * from './order-details.ts';
export * from './scenario.ts';
export * from './style-client.ts';
