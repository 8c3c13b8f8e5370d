export * from './application.ts';
export * from './config.ts';
export * from './log.ts';
export * from './styles.ts';
