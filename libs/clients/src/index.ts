export * from './curl.ts';
export * from './first-calls.ts';
export * from './graphql-examples.ts';
export * from './sizes.ts';
export * from './styles.ts';
