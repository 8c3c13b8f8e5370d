import { describeConditionalRequests } from '@rungs/testing';
import { RestLevel3Module } from './module.ts';

describeConditionalRequests({ module: RestLevel3Module, prefix: '/level3', changeType: 'application/json' });
