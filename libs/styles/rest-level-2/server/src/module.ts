import { Module } from '@nestjs/common';
import { controllersOf, provideStyleErrors } from '@rungs/http';
import { OPERATION_HANDLERS } from './operations.ts';
import { refusalFilter } from './refusal.filter.ts';

@Module({
  controllers: controllersOf(OPERATION_HANDLERS),
  providers: [provideStyleErrors(refusalFilter)],
})
export class RestLevel2Module {}
