import { Module, type DynamicModule } from '@nestjs/common';
import { TokenService } from '@rungs/http';
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
  /** Absent in production: then there are no conveniences of development. */
  readonly resetData?: ResetData;
}

/** The whole server: the use cases once, every style over them, health, and what development needs. */
@Module({})
export class AppModule {
  static of({ dataSource, cursorSecret, tokens, checkDatabase, resetData }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [UseCasesModule.forRoot({ dataSource, cursorSecret }), ...STYLE_SERVERS.map(({ module }) => module)],
      controllers: [HealthController, ...(resetData ? [DevController] : [])],
      providers: [
        { provide: TokenService, useValue: tokens },
        { provide: DATABASE_CHECK, useValue: checkDatabase },
        ...(resetData ? [{ provide: RESET_DATA, useValue: resetData }] : []),
      ],
    };
  }
}
