import { entry } from '@rungs/rest-level-3-client';
import { describeConformance } from '@rungs/testing';
import { probes } from '../spec/probes.ts';
import { RestLevel3Module } from './module.ts';

describeConformance({ entry, module: RestLevel3Module, probes });
