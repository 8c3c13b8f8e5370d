import { Module, type DynamicModule } from '@nestjs/common';
import { GRAPHQL_SETTINGS, type GraphqlSettings } from '@rungs/graphql-server';
import { TokenService } from '@rungs/http';
import { TraceLoadingScope } from '@rungs/telemetry';
import { UseCasesModule } from '@rungs/wiring';
import type { DataSource } from '@rungs/persistence';
import { DevController, RESET_DATA, type ResetData } from './dev.controller.ts';
import type { EnvironmentDocument } from './environment.ts';
import { DATABASE_CHECK, HealthController, type DatabaseCheck } from './health.controller.ts';
import { ENVIRONMENT, LabController } from './lab.controller.ts';
import { STYLE_SERVERS } from './styles.ts';

export interface AppParts {
  readonly dataSource: DataSource;
  readonly cursorSecret: string;
  readonly tokens: TokenService;
  readonly checkDatabase: DatabaseCheck;
  readonly graphql: GraphqlSettings;
  /** Absent in production: then there is nothing for development, and nothing for the lab. */
  readonly development?: { readonly resetData: ResetData; readonly environment: EnvironmentDocument };
}

/** The whole server: the use cases once, every style over them, health, and what development needs. */
@Module({})
export class AppModule {
  static of({ dataSource, cursorSecret, tokens, checkDatabase, graphql, development }: AppParts): DynamicModule {
    return {
      module: AppModule,
      // Its exports are for the styles, which know nothing of it.
      global: true,
      exports: [GRAPHQL_SETTINGS],
      imports: [
        UseCasesModule.forRoot({ dataSource, cursorSecret, ...(development && { loading: new TraceLoadingScope() }) }),
        ...STYLE_SERVERS.map(({ module }) => module),
      ],
      controllers: [HealthController, ...(development ? [DevController, LabController] : [])],
      providers: [
        { provide: TokenService, useValue: tokens },
        { provide: DATABASE_CHECK, useValue: checkDatabase },
        { provide: GRAPHQL_SETTINGS, useValue: graphql },
        ...(development
          ? [
              { provide: RESET_DATA, useValue: development.resetData },
              { provide: ENVIRONMENT, useValue: development.environment },
            ]
          : []),
      ],
    };
  }
}
