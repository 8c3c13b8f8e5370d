import type { ProtocolError } from './style-errors.ts';

/** HTTP says no, in words of our own: thrown by hooks and handlers, answered in the idiom of the path's style. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';

  constructor(readonly error: ProtocolError) {
    super(error.detail);
  }
}
