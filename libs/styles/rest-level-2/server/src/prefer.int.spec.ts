import { describePreferences } from '@rungs/testing';
import { RestLevel2Module } from './module.ts';

describePreferences({ module: RestLevel2Module, prefix: '/level2', changeType: 'application/merge-patch+json' });
