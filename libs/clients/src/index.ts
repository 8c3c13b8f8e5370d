export * from './styles.ts';
