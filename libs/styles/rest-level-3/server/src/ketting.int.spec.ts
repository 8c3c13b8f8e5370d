import { describeKetting } from '../spec/served-to-ketting.ts';
import { RestLevel3Module } from './module.ts';
import { uris } from './paths.ts';

describeKetting(RestLevel3Module, uris.href('home', {}));
