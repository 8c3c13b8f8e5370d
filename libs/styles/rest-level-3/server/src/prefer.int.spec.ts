import { describePreferences } from '@rungs/testing';
import { RestLevel3Module } from './module.ts';

describePreferences({ module: RestLevel3Module, prefix: '/level3', changeType: 'application/json' });
