// A form is flat, what an operation takes is not. One rule leads from the names of fields to members and, when
// something is wrong with a member, back: each dot goes one level down, and a number is a row of a list.
//
//   name.first          { name: { first } }
//   lines.0.quantity    { lines: [{ quantity }] }

/** Of lists whose rows come filled in. */
const ROWS: Readonly<Record<string, Row>> = {
  items: { madeBy: 'name', empty: { description: '', tags: [] } },
  lines: { madeBy: 'quantity' },
  tickets: { madeBy: 'readyBy' },
};

interface Row {
  /** The field that makes a row one: left empty, the row was left out. */
  readonly madeBy: string;
  /** What those of its other fields say that were left empty and cannot be left out. */
  readonly empty?: object;
}

/** Deeper than any field of ours: what has more dots is left as it is, and is nobody's. */
const MAX_PARTS = 5;

type Branch = Map<string, unknown>;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The members that the fields of a form say.
 *
 * An empty field was left out, and so is what has nothing in it but empty fields: a group (`address`), a row. A list of
 * which only empty rows came is the empty list. `emptiable` names texts that are empty when they come back empty: those
 * that the form shows as they are now.
 */
export function unfold(fields: Fields, emptiable: readonly string[] = []): Record<string, unknown> {
  return membersOf(treeOf(fields), '', { emptiable, rows: new Map() });
}

/**
 * The name that a form has for what a JSON pointer (RFC 6901) finds in the members that were unfolded from it, as a
 * pointer to that field: `/lines/1/quantity` is `/lines.2.quantity` where row 1 was left empty. Members that were not
 * sent as fields are found where they were sent.
 */
export function fieldAt(pointer: string, fields: Fields): string {
  const [first = '', ...parts] = pointer.split('/').slice(1);
  if (parts.length === 0) return first === 'expectedVersion' ? '/version' : pointer;
  if (Object.hasOwn(fields, first)) return pointer;
  const rows = new Map<string, readonly string[]>();
  membersOf(treeOf(fields), '', { emptiable: [], rows });
  return `/${parts.reduce((name, part) => `${name}.${rows.get(name)?.[Number(part)] ?? part}`, first)}`;
}

interface Walk {
  readonly emptiable: readonly string[];
  /** Filled on the way: for each list the rows that were kept, in their order. */
  readonly rows: Map<string, readonly string[]>;
}

function treeOf(fields: Fields): Branch {
  const root: Branch = new Map();
  for (const [name, value] of Object.entries(fields)) {
    const parts = name.split('.');
    const path = parts.length > MAX_PARTS ? [name] : parts;
    let branch: Branch | undefined = root;
    for (const part of path.slice(0, -1)) branch = branch && branchAt(branch, part);
    branch?.set(path.at(-1) as string, value);
  }
  return root;
}

/** Undefined where something else has that name: it was sent as JSON has it, and stays. */
function branchAt(branch: Branch, part: string): Branch | undefined {
  if (!branch.has(part)) branch.set(part, new Map());
  const held = branch.get(part);
  return held instanceof Map ? (held as Branch) : undefined;
}

function membersOf(branch: Branch, path: string, walk: Walk): Record<string, unknown> {
  const members = [...branch].flatMap(([name, held]): (readonly [string, unknown])[] => {
    const at = path === '' ? name : `${path}.${name}`;
    if (!(held instanceof Map)) return isLeftOut(held, at, walk) ? [] : [[name, held]];
    if (isList(held)) return [[name, listOf(held, at, walk)]];
    const group = membersOf(held, at, walk);
    return Object.keys(group).length === 0 ? [] : [[name, group]];
  });
  // Defines, not assigns: `__proto__` must stay an own member to be refused.
  return Object.fromEntries(members);
}

function listOf(list: Branch, path: string, walk: Walk): unknown[] {
  const { madeBy, empty } = ROWS[path] ?? {};
  const kept = [...list]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([row, held]) => ({ row, said: held instanceof Map ? membersOf(held, `${path}.${row}`, walk) : held }))
    .filter(({ said }) => !isEmpty(said) && (madeBy === undefined || !isObject(said) || Object.hasOwn(said, madeBy)));
  walk.rows.set(
    path,
    kept.map(({ row }) => row),
  );
  return kept.map(({ said }) => (empty && isObject(said) ? { ...empty, ...said } : said));
}

function isList(branch: Branch): boolean {
  return [...branch.keys()].every((name) => /^\d{1,4}$/.test(name));
}

function isLeftOut(value: unknown, name: string, { emptiable }: Walk): boolean {
  return value === '' && !emptiable.includes(name);
}

function isEmpty(said: unknown): boolean {
  return said === '' || (isObject(said) && Object.keys(said).length === 0);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
