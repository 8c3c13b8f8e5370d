import { Module, type DynamicModule } from '@nestjs/common';
import { GRAPHQL_SETTINGS, type GraphqlSettings } from '@rungs/graphql-server';
import { TokenService } from '@rungs/http';
import { TraceLoadingScope } from '@rungs/telemetry';
import { UseCasesModule } from '@rungs/wiring';
import type { DataSource } from '@rungs/persistence';
import { DevController, RESET_DATA, type ResetData } from './dev.controller.ts';
import { DATABASE_CHECK, HealthController, type DatabaseCheck } from './health.controller.ts';
import { STYLE_SERVERS } from './styles.ts';

export interface AppParts {
  readonly dataSource: DataSource;
  readonly cursorSecret: string;
  readonly tokens: TokenService;
  readonly checkDatabase: DatabaseCheck;
  readonly graphql: GraphqlSettings;
  /** Absent in production: then there are no conveniences of development. */
  readonly resetData?: ResetData;
}

/** The whole server: the use cases once, every style over them, health, and what development needs. */
@Module({})
export class AppModule {
  static of({ dataSource, cursorSecret, tokens, checkDatabase, graphql, resetData }: AppParts): DynamicModule {
    return {
      module: AppModule,
      // Its exports are for the styles, which know nothing of it.
      global: true,
      exports: [GRAPHQL_SETTINGS],
      imports: [
        UseCasesModule.forRoot({ dataSource, cursorSecret, ...(resetData && { loading: new TraceLoadingScope() }) }),
        ...STYLE_SERVERS.map(({ module }) => module),
      ],
      controllers: [HealthController, ...(resetData ? [DevController] : [])],
      providers: [
        { provide: TokenService, useValue: tokens },
        { provide: DATABASE_CHECK, useValue: checkDatabase },
        { provide: GRAPHQL_SETTINGS, useValue: graphql },
        ...(resetData ? [{ provide: RESET_DATA, useValue: resetData }] : []),
      ],
    };
  }
}
