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

const COPIED = ['name', 'unitPrice'] as const;

type Line = Readonly<Record<'menuItemId' | (typeof COPIED)[number], unknown>>;

function refused(message: string): Written {
  return { members: {}, errors: [{ path: '/lineItems', message }] };
}
