import { countsIn, type BodyBranch, type BodyNode } from './body-tree.ts';

/** How a piece of a body is drawn. */
export type PieceMark =
  /** Read by the client: data, or envelope that it looked into. */
  | 'read'
  /** Data that nobody read. */
  | 'unread'
  | 'control'
  /** A control that was read: followed, or looked at. */
  | 'control-read'
  | 'envelope';

export interface Piece {
  readonly text: string;
  readonly mark: PieceMark;
}

/** The rest of a long list, out of sight. */
export interface Fold {
  readonly pointer: string;
  /** In sight, before it. */
  readonly shown: number;
  readonly items: number;
  readonly leaves: number;
  readonly read: number;
}

export interface BodyLine {
  /** Steps, not characters. */
  readonly indent: number;
  readonly pieces: readonly Piece[];
  readonly fold?: Fold;
}

const LINE_CHARACTERS = 56;

/** A list with more items than this shows its first few. */
const MOST_ITEMS = 6;
const ITEMS_OF_FOLDED = 3;

/**
 * A body laid out for reading: what fits on one line stays on it.
 *
 * @param itemsShown of long lists, by their pointers; the first few where nothing is said
 */
export function bodyLines(root: BodyNode, itemsShown: ReadonlyMap<string, number> = new Map()): readonly BodyLine[] {
  const linesOf = (node: BodyNode, indent: number, name: string, after: string): readonly BodyLine[] => {
    const mark = markOf(node);
    if (node.kind === 'leaf') return [{ indent, pieces: [{ text: `${name}${valueText(node.value)}${after}`, mark }] }];
    const shown = itemsInSight(node, itemsShown);
    const rest = node.members.slice(shown);
    if (rest.length === 0) {
      const pieces = onOneLine(node, name, after);
      const length = pieces.reduce((sum, { text }) => sum + text.length, 2 * indent);
      if (length <= LINE_CHARACTERS) return [{ indent, pieces }];
    }
    const [open, close] = bracketsOf(node);
    return [
      { indent, pieces: [{ text: `${name}${open}`, mark }] },
      ...node.members.slice(0, shown).flatMap((member, index) => {
        const isLast = index === node.members.length - 1;
        return linesOf(member.node, indent + 1, nameText(member.name), isLast ? '' : ',');
      }),
      ...(rest.length > 0 ? [{ indent: indent + 1, pieces: [], fold: foldOf(node, shown) }] : []),
      { indent, pieces: [{ text: `${close}${after}`, mark }] },
    ];
  };
  return linesOf(root, 0, '', '');
}

function itemsInSight({ kind, pointer, members }: BodyBranch, itemsShown: ReadonlyMap<string, number>): number {
  if (kind === 'object' || members.length <= MOST_ITEMS) return members.length;
  return itemsShown.get(pointer) ?? ITEMS_OF_FOLDED;
}

function foldOf({ pointer, members }: BodyBranch, shown: number): Fold {
  const rest = members.slice(shown);
  const counts = rest.map(({ node }) => countsIn(node));
  return {
    pointer,
    shown,
    items: rest.length,
    leaves: counts.reduce((sum, { leaves }) => sum + leaves, 0),
    read: counts.reduce((sum, { read }) => sum + read, 0),
  };
}

function onOneLine(node: BodyNode, name: string, after: string): readonly Piece[] {
  const mark = markOf(node);
  if (node.kind === 'leaf') return [{ text: `${name}${valueText(node.value)}${after}`, mark }];
  const [open, close] = bracketsOf(node);
  const space = node.kind === 'object' ? ' ' : '';
  const inner = node.members.flatMap((member, index) => {
    const isLast = index === node.members.length - 1;
    return onOneLine(member.node, nameText(member.name), isLast ? space : ', ');
  });
  return [{ text: `${name}${open}${space}`, mark }, ...inner, { text: `${close}${after}`, mark }];
}

/** Of a branch: read as soon as anything in it is, else what its leaves are. */
function markOf(node: BodyNode): PieceMark {
  const { read, data, control, leaves } = countsIn(node);
  if (control === leaves) return read > 0 ? 'control-read' : 'control';
  if (read > 0) return 'read';
  if (data > 0) return 'unread';
  return control > 0 ? 'control' : 'envelope';
}

function bracketsOf({ kind }: BodyBranch): readonly [open: string, close: string] {
  return kind === 'array' ? ['[', ']'] : ['{', '}'];
}

function nameText(name: string | undefined): string {
  return name === undefined ? '' : `${JSON.stringify(name)}: `;
}

function valueText(value: unknown): string {
  return JSON.stringify(value);
}
