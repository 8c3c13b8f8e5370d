import { describeReplays } from '@rungs/testing';
import { RestLevel3Module } from './module.ts';

describeReplays({
  module: RestLevel3Module,
  prefix: '/level3',
  changeType: 'application/json',
  accept: 'application/hal+json',
});
