export * from './curl.ts';
export * from './first-calls.ts';
export * from './styles.ts';
