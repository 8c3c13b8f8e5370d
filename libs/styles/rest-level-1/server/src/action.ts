import type { Unchecked } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { readableBody } from '@rungs/http';
import { parseAt, type OutcomeJson } from '@rungs/json';
import { DESCRIBE, describeResource } from './description.ts';
import type { ActionAt, ResourcePath } from './level.ts';

/** What a resource does for each of its actions; one that is missing, or another's, is a type error. */
export type Actions<P extends ResourcePath> = {
  readonly [N in ActionAt<P>]: (asked: Asked) => Promise<OutcomeJson<N>>;
};

/** The ids in a resource's URI, by the names in its path. */
export type UriIds = Readonly<Record<string, string>>;

/** What was asked of a resource, beyond the action's name. */
export class Asked {
  constructor(
    private readonly members: Readonly<Record<string, unknown>>,
    private readonly ids: UriIds,
  ) {}

  /** The operation's input from the body and the URI. */
  input<T>(parse: (members: unknown) => Unchecked<T>): Unchecked<T> {
    return parseAt(parse, this.members, this.ids);
  }
}

/** Does what the body names, if this resource takes it; any of them can describe itself. */
export async function perform<P extends ResourcePath>(
  body: unknown,
  ids: UriIds,
  actions: Actions<P>,
): Promise<{ readonly ok: true; readonly result: unknown }> {
  const { action, members } = messageIn(readableBody(body));
  const taken = Object.keys(actions) as ActionAt<P>[];
  if (action === DESCRIBE) return { ok: true, result: describeResource(taken, Object.keys(ids)) };
  if (!Object.hasOwn(actions, action)) throw new UnknownAction(action, [...taken, DESCRIBE]);
  const result = await actions[action as ActionAt<P>](new Asked(members, ids));
  return { ok: true, result };
}

/** No action of this resource, though it may be one of another; says which ones there are. */
export class UnknownAction extends Refusal<'operation-unknown'> {
  constructor(
    action: string,
    readonly actions: readonly string[],
  ) {
    super('operation-unknown', { operation: action });
    this.message += ` This resource takes ${actions.join(', ')}.`;
  }
}

function messageIn(body: unknown): { readonly action: string; readonly members: Readonly<Record<string, unknown>> } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal('unreadable', { reason: 'the body must be an object with an action.' });
  }
  const { action, ...members } = body as Readonly<Record<string, unknown>>;
  if (typeof action !== 'string') {
    throw new Refusal('unreadable', { reason: 'action must be the text that names what to do.' });
  }
  return { action, members };
}
