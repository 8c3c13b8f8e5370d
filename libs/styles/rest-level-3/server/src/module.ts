import { Module } from '@nestjs/common';
import { controllersOf, provideStyleErrors } from '@rungs/http';
import { HomeController, VocabularyController } from './home/home.controller.ts';
import { OPERATION_HANDLERS } from './operations.ts';
import { OrderEventsController } from './order/order-events.controller.ts';
import { refusalFilter } from './refusal.filter.ts';

@Module({
  controllers: [HomeController, VocabularyController, ...controllersOf(OPERATION_HANDLERS), OrderEventsController],
  providers: [provideStyleErrors(refusalFilter)],
})
export class RestLevel3Module {}
