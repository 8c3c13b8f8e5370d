export * from './current-actor.ts';
export * from './readable-body.ts';
export * from './style-errors.ts';
