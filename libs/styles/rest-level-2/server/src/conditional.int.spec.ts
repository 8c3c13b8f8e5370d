import { describeConditionalRequests } from '@rungs/testing';
import { RestLevel2Module } from './module.ts';

describeConditionalRequests({
  module: RestLevel2Module,
  prefix: '/level2',
  changeType: 'application/merge-patch+json',
});
