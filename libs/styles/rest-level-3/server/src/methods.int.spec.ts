import { describeMethods } from '@rungs/testing';
import { RestLevel3Module } from './module.ts';

describeMethods({ module: RestLevel3Module, prefix: '/level3' });
