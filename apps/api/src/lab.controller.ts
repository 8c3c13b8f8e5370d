import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { EnvironmentDocument } from './environment.ts';

/** Injection token: where figures come from. */
export const ENVIRONMENT = Symbol('Environment');

/** What the lab asks besides traces; not there at all in production. */
@Controller('lab')
export class LabController {
  constructor(@Inject(ENVIRONMENT) private readonly environment: EnvironmentDocument) {}

  @Get('environment')
  @Header('cache-control', 'no-store')
  describe(): EnvironmentDocument {
    return this.environment;
  }
}
