import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Injection token: resolves when the database answers, within a bound of its own. */
export const DATABASE_CHECK = Symbol('DatabaseCheck');
export type DatabaseCheck = () => Promise<void>;

/** For whoever runs the process: is it alive, and can it serve? */
@Controller('health')
export class HealthController {
  constructor(@Inject(DATABASE_CHECK) private readonly checkDatabase: DatabaseCheck) {}

  /** The process answers; asks nobody else, so that a lost database does not get it restarted. */
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('cache-control', 'no-store');
    try {
      await this.checkDatabase();
      return { status: 'ok', database: 'ok' };
    } catch {
      void reply.code(503).header('retry-after', 1);
      return { status: 'unavailable', database: 'unavailable' };
    }
  }
}
