import type { AnswerShape, LeafKind } from '@rungs/scenarios';

/** A leaf of a JSON body: a value without members, so also an empty list. */
export interface BodyLeaf {
  readonly kind: 'leaf';
  readonly value: unknown;
  readonly leaf: LeafKind;
  readonly isRead: boolean;
}

/** How many leaves there are below, and what became of them. */
export interface LeafCounts {
  readonly leaves: number;
  readonly read: number;
  /** By what they are for, read or not. */
  readonly data: number;
  readonly control: number;
  readonly envelope: number;
}

export interface BodyMember {
  /** Undefined in a list. */
  readonly name: string | undefined;
  readonly node: BodyNode;
}

export interface BodyBranch {
  readonly kind: 'object' | 'array';
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
  readonly members: readonly BodyMember[];
  readonly counts: LeafCounts;
}

export type BodyNode = BodyLeaf | BodyBranch;

/** Which leaves are looked at. `unread` is data alone: nobody is blamed for an envelope. */
export type LeafFilter = 'all' | 'read' | 'unread';

/** A body, each leaf marked with what it is for and whether it was read. Undefined where it is no JSON. */
export function bodyTree(
  bodyText: string,
  usedPaths: readonly string[],
  { kindOf }: Pick<AnswerShape, 'kindOf'>,
): BodyNode | undefined {
  let body: unknown;
  try {
    body = JSON.parse(bodyText);
  } catch {
    return undefined;
  }
  const used = new Set(usedPaths);
  const node = (value: unknown, path: readonly string[], pointer: string): BodyNode => {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (entries.length === 0) return { kind: 'leaf', value, leaf: kindOf(path), isRead: used.has(pointer) };
    const isList = Array.isArray(value);
    const members = entries.map(([name, member]) => ({
      name: isList ? undefined : name,
      node: node(member, [...path, name], `${pointer}/${escaped(name)}`),
    }));
    return { kind: isList ? 'array' : 'object', pointer, members, counts: countsOf(members) };
  };
  return node(body, [], '');
}

/** The tree without the leaves that the filter leaves out, and without what is empty then. */
export function filtered(node: BodyNode, filter: LeafFilter): BodyNode | undefined {
  if (filter === 'all') return node;
  if (node.kind === 'leaf') {
    const isWanted = filter === 'read' ? node.isRead : !node.isRead && node.leaf === 'data';
    return isWanted ? node : undefined;
  }
  const members = node.members.flatMap((member) => {
    const kept = filtered(member.node, filter);
    return kept ? [{ ...member, node: kept }] : [];
  });
  return members.length > 0 ? { ...node, members, counts: countsOf(members) } : undefined;
}

export function countsIn(node: BodyNode): LeafCounts {
  if (node.kind !== 'leaf') return node.counts;
  return {
    leaves: 1,
    read: node.isRead ? 1 : 0,
    data: node.leaf === 'data' ? 1 : 0,
    control: node.leaf === 'control' ? 1 : 0,
    envelope: node.leaf === 'envelope' ? 1 : 0,
  };
}

function countsOf(members: readonly BodyMember[]): LeafCounts {
  const all = members.map(({ node }) => countsIn(node));
  const sumOf = (count: keyof LeafCounts): number => all.reduce((sum, counts) => sum + counts[count], 0);
  return {
    leaves: sumOf('leaves'),
    read: sumOf('read'),
    data: sumOf('data'),
    control: sumOf('control'),
    envelope: sumOf('envelope'),
  };
}

// RFC 6901 §3
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
