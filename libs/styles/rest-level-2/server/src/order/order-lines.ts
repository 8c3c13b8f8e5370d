import { isRefusal, Refusal } from '@rungs/domain';
import { mediaTypeOf } from '@rungs/http';
import type { FastifyRequest } from 'fastify';
import { JSON_PATCH } from '../patch/json-patch.ts';
import { isObject, isSame, type Written } from '../patch/patchable.ts';

/**
 * An order's lines are shown with the names and prices that were copied when it was placed, and written without them:
 * a patch of what is shown may add, drop and count lines, and no more.
 */
export function linesWritten(is: unknown, was: unknown): Written {
  if (is === undefined) return refused('cannot be taken away');
  if (!Array.isArray(is)) return refused('must be a list');
  const shown = new Map((was as readonly Line[]).map((line) => [line.menuItemId, line]));
  const errors = is.flatMap((line: unknown, at) => {
    if (!isObject(line)) return [];
    const before = shown.get(line['menuItemId'] as string);
    return COPIED.filter((name) => line[name] !== undefined && !isSame(line[name], before?.[name])).map((name) => ({
      path: `/lineItems/${at}/${name}`,
      message: 'is not yours to set',
    }));
  });
  const lines = is.map((line: unknown) => {
    if (!isObject(line)) return line;
    const { name: _name, unitPrice: _price, ...written } = line;
    return written;
  });
  return { members: { lines }, errors };
}

/** What is wrong with lines, said of the member that a JSON Patch is about: its client has never heard of `lines`. */
export function saidOfWhatIsShown(request: FastifyRequest): (error: unknown) => never {
  return (error) => {
    if (mediaTypeOf(request) !== JSON_PATCH || !isRefusal(error, 'invalid-input')) throw error;
    const errors = error.details.errors.map((each) => ({
      ...each,
      path: each.path.replace(/^\/lines(?=\/|$)/, '/lineItems'),
    }));
    throw new Refusal('invalid-input', { errors });
  };
}

const COPIED = ['name', 'unitPrice'] as const;

type Line = Readonly<Record<'menuItemId' | (typeof COPIED)[number], unknown>>;

function refused(message: string): Written {
  return { members: {}, errors: [{ path: '/lineItems', message }] };
}
