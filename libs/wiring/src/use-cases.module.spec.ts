import * as application from '@rungs/application';
import { createDataSource } from '@rungs/persistence';
import { expect, it } from 'vitest';
import { MenuImportWorker } from './menu-import-worker.ts';
import { ENDINGS, READS, UseCasesModule } from './use-cases.module.ts';

const dataSource = createDataSource({ url: 'postgres://nobody@localhost/nothing' });

it('provides and exports every use case that the application has, by its class, and what serves them', () => {
  const { providers, exports, global } = UseCasesModule.forRoot({ dataSource, cursorSecret: 'a secret of the tests' });
  const useCases = Object.values(application).filter(
    (held) => typeof held === 'function' && typeof (held.prototype as { execute?: unknown })?.execute === 'function',
  );
  const namesOfOperations = application.OPERATION_NAMES.map((name) =>
    name.replace(/^./, (first) => first.toUpperCase()),
  );
  // To be told of what happens is no operation of the catalogue: it has no one outcome.
  expect(useCases.map((useCase) => (useCase as { name: string }).name).sort()).toEqual(
    [...namesOfOperations, 'FollowOrder'].sort(),
  );
  const tokens = providers?.map((provider) => (provider as { provide: unknown }).provide);
  expect(new Set(tokens)).toEqual(new Set([...useCases, READS, ENDINGS, application.FreshKeys, MenuImportWorker]));
  expect(exports).toBe(providers);
  expect(global).toBe(true);
});

it('leaves the database to whoever opened it', () => {
  UseCasesModule.forRoot({ dataSource, cursorSecret: 'a secret of the tests' });
  expect(dataSource.isInitialized).toBe(false);
});

it('refuses a cursor secret that could be guessed', () => {
  expect(() => UseCasesModule.forRoot({ dataSource, cursorSecret: 'short' })).toThrow('at least 16 characters');
});
