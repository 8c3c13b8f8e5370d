import { describeMethods } from '@rungs/testing';
import { RestLevel2Module } from './module.ts';

describeMethods({ module: RestLevel2Module, prefix: '/level2' });
