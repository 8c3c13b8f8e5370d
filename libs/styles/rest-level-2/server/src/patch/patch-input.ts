import {
  canonicalJson,
  type ChangeInput,
  InvalidInput,
  type InputOf,
  type OperationName,
  type Unchecked,
} from '@rungs/application';
import { mediaTypeOf, readableBody } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, saidBy } from '../level.ts';
import { sayDeprecated } from './deprecation.ts';
import { JSON_PATCH, jsonPatched } from './json-patch.ts';
import { MERGE_PATCH, patched } from './merge-patch.ts';
import type { Patchable } from './patchable.ts';

/** Plain JSON, which has no meaning of its own for PATCH, is read as a merge patch, for a while yet. */
const PLAIN = 'application/json';

export const PATCH_TYPES = [MERGE_PATCH, JSON_PATCH, PLAIN] as const;

/** A thing of ours that is patched. */
export interface Patched extends Omit<Patchable, 'current'> {
  readonly current: () => Promise<{ readonly version: number }>;
}

/** What may be patched is not what has a body and nothing else. */
type Patching = 'updateConsumer' | 'updateRestaurant' | 'updateMenuItem' | 'reviseOrder';

/**
 * The input of an operation that changes the members it is given, from a patch in one of `PATCH_TYPES`.
 *
 * One that was made of what is there is for that version of it alone, even where `If-Match` would take any: between
 * reading and writing, others may write. With a key it is the patch that is compared with the first time's, since what
 * is made of it is another thing each time.
 */
export async function patchInput<N extends Patching & OperationName>(
  operation: N,
  { request, reply, ids }: { request: FastifyRequest; reply: FastifyReply; ids: Readonly<Record<string, string>> },
  patchable: Patched,
): Promise<Unchecked<InputOf<N>>> {
  const patch = readableBody(request.body);
  const said = saidBy(request);
  const parse = (members: unknown) => inputOf(parseInput[operation], members, ids, said);
  const type = mediaTypeOf(request);
  if (type === PLAIN) sayDeprecated(reply);
  let version: number | undefined;
  let isOfWhatIsThere = type === JSON_PATCH;
  const current = async () => {
    isOfWhatIsThere = true;
    const thing = await patchable.current();
    version = thing.version;
    return thing;
  };
  const make = type === JSON_PATCH ? jsonPatched : patched;
  const input: Unchecked<InputOf<N>> = await make(parse, patch, { ...patchable, current });
  if (!isOfWhatIsThere) return input;
  const { heldVersions, unlessVersions, expectedVersion } = said;
  const asSent = canonicalJson([ids, patch, { heldVersions, unlessVersions, expectedVersion }]);
  return withConditions(input, {
    asSent,
    ...(heldVersions === 'any' && version !== undefined && { heldVersions: [[version]] }),
  });
}

function withConditions<T>(input: Unchecked<T>, conditions: ChangeInput): Unchecked<T> {
  return input instanceof InvalidInput
    ? new InvalidInput<T>({ ...input.partial, ...conditions }, input.errors)
    : { ...input, ...conditions };
}
