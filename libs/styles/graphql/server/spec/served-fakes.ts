import { Module, type Provider } from '@nestjs/common';
import * as application from '@rungs/application';
import { createHttpApp, TokenService, type HttpAppOptions } from '@rungs/http';
import { GRAPHQL_SETTINGS, GraphqlStyleModule, type GraphqlSettings } from '../src/module.ts';

export interface Executed {
  readonly useCase: string;
  readonly input: unknown;
  /** Of what is listed, where the use case lists with parts. */
  readonly parts?: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** The style over use cases that note what they were asked, and answer what the test says. */
export interface ServedFakes {
  readonly app: Awaited<ReturnType<typeof createHttpApp>>;
  readonly url: string;
  /** ann's `Authorization` field. */
  readonly authorization: string;
  readonly executed: Executed[];
  /** Defects, as they were logged. */
  readonly logged: string[];
  answerOf: (useCase: string) => unknown;
  /** For `beforeEach`: nothing executed or logged, nothing answered. */
  forget(): void;
  /** As ann, who takes answers in GraphQL's own media type unless `init` says another. */
  send(init: RequestInit, search?: string): Promise<Answer>;
  ask(query: string, variables?: object): Promise<Answer>;
}

const nothing = (): unknown => undefined;

/** Call `app.close()` in `afterAll`. Introspection is on unless the settings say otherwise. */
export async function serveFakes(
  settings: Partial<GraphqlSettings> = {},
  limits: Pick<HttpAppOptions, 'rateLimit' | 'eventStreams'> = {},
  planted: readonly Provider[] = [],
): Promise<ServedFakes> {
  const notes: Pick<ServedFakes, 'executed' | 'logged' | 'answerOf'> = { executed: [], logged: [], answerOf: nothing };
  const useCases = Object.values(application).flatMap((useCase): Provider[] => {
    if (typeof useCase !== 'function' || !('execute' in (useCase.prototype ?? {}))) return [];
    const execute = async (_actor: unknown, input: unknown, parts?: readonly string[]): Promise<unknown> => {
      notes.executed.push({ useCase: useCase.name, input, ...(parts && { parts }) });
      return notes.answerOf(useCase.name);
    };
    return [{ provide: useCase, useValue: { execute, executeWithParts: execute } }];
  });
  const provided = [...useCases, { provide: GRAPHQL_SETTINGS, useValue: { introspection: true, ...settings } }];
  const fakes = { module: FakeUseCasesModule, global: true, providers: provided, exports: provided };

  const store = { load: () => Promise.resolve(undefined), save: <T>(key: T) => Promise.resolve(key) };
  const tokens = await TokenService.withOwnKey({ issuer: 'rungs', audience: 'rungs' }, store);
  const app = await createHttpApp(
    { module: ServedModule, imports: [fakes as never, GraphqlStyleModule], providers: [...planted] },
    {
      ...limits,
      tokens,
      onDefect: (error, { traceId, part }) => notes.logged.push(`${part}: ${String(error)} (trace ${traceId})`),
    },
  );
  await app.listen(0, '127.0.0.1');
  const url = `${await app.getUrl()}/graphql`;
  const { access_token: token } = await tokens.issue(application.PERSONAS.ann);

  const send = async (init: RequestInit, search = ''): Promise<Answer> => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
      ...init.headers,
    };
    const response = await fetch(`${url}${search}`, { ...init, headers });
    const { data, errors = [] } = (await response.json()) as Partial<Answer>;
    return { status: response.status, headers: response.headers, data, errors };
  };
  return Object.assign(notes, {
    app,
    url,
    authorization: `Bearer ${token}`,
    send,
    ask: (query: string, variables: object = {}) =>
      send({ method: 'POST', body: JSON.stringify({ query, variables }) }),
    forget: () => {
      notes.executed.length = 0;
      notes.logged.length = 0;
      notes.answerOf = nothing;
    },
  });
}

@Module({})
class FakeUseCasesModule {}

@Module({})
class ServedModule {}
