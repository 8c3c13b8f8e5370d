import { Controller, Get, Logger, Module } from '@nestjs/common';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveStyle, type ServedStyle } from './serve-style.ts';

@Controller('broken')
class BrokenController {
  @Get('thrown')
  thrown(): never {
    throw new Error('thrown');
  }

  @Get('logged')
  logged(): string {
    new Logger('Broken').error('answered in the body');
    return 'sorry';
  }
}

@Module({ controllers: [BrokenController] })
class BrokenModule {}

let served: ServedStyle;
beforeAll(async () => {
  served = await serveStyle([BrokenModule]);
});
afterAll(() => served.close());

it('knows of defects that were thrown and of those that a style logged and answered by itself', async () => {
  expect((await fetch(`${served.baseUrl}/broken/thrown`)).status).toBe(500);
  expect(served.defects).toHaveLength(1);
  expect((await fetch(`${served.baseUrl}/broken/logged`)).status).toBe(200);
  expect(served.defects).toHaveLength(2);
});
