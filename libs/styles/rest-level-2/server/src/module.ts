import { Module } from '@nestjs/common';
import { controllersOf, provideStyleErrors } from '@rungs/http';
import { OpenApiController } from './openapi/openapi.controller.ts';
import { OPERATION_HANDLERS } from './operations.ts';
import { OrderEventsController } from './order/order-events.controller.ts';
import { DeprecationController } from './patch/deprecation.ts';
import { refusalFilter } from './refusal.filter.ts';

@Module({
  controllers: [...controllersOf(OPERATION_HANDLERS), OrderEventsController, OpenApiController, DeprecationController],
  providers: [provideStyleErrors(refusalFilter)],
})
export class RestLevel2Module {}
