import { describePhotoRanges } from '@rungs/testing';
import { RestLevel3Module } from '../module.ts';

describePhotoRanges({ module: RestLevel3Module, prefix: '/level3' });
