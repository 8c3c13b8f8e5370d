import { Refusal } from '@rungs/domain';

/** What the JSON parser hands on instead of failing, so that each style can say it in its own idiom. */
export class UnreadableBody {
  constructor(readonly reason: string) {}
}

/** The decoded body; throws `unreadable` when it was not JSON (or not the announced charset, or empty). */
export function readableBody(body: unknown): unknown {
  if (body === undefined) throw new Refusal('unreadable', { reason: 'the body is empty.' });
  if (body === null) throw new Refusal('unreadable', { reason: 'the body is null, which says nothing.' });
  return optionalBody(body);
}

/** The same for a request that may come without a body: `undefined` then. */
export function optionalBody(body: unknown): unknown {
  if (body instanceof UnreadableBody) throw new Refusal('unreadable', { reason: body.reason });
  return body ?? undefined;
}
