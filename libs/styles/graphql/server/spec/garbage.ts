import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Has V8 free what nobody can reach any more. */
export const collectGarbage = runInNewContext('gc') as () => void;
