import { describeReplays } from '@rungs/testing';
import { RestLevel2Module } from './module.ts';

describeReplays({
  module: RestLevel2Module,
  prefix: '/level2',
  changeType: 'application/merge-patch+json',
  accept: 'application/json',
});
