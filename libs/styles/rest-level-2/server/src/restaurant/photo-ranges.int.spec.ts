import { describePhotoRanges } from '@rungs/testing';
import { RestLevel2Module } from '../module.ts';

describePhotoRanges({ module: RestLevel2Module, prefix: '/level2' });
