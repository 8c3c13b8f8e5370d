import type { AnswerShape } from '@rungs/scenarios';
import { gzipSync } from 'fflate';
import { affectedToPathList, createProxy } from 'proxy-compare';
import type { FieldCounts } from './run.ts';

/** Names, and indices as text, that lead to a member of a JSON value. */
export type Path = readonly string[];

/** Lends out a decoded body and notes which of its members are read. */
export class Reading {
  readonly #affected = new WeakMap<object, unknown>();
  readonly #lendable: unknown;
  #isLent = false;

  constructor(readonly body: unknown) {
    this.#lendable = isContainer(body) ? createProxy(body, this.#affected, new WeakMap(), new WeakMap()) : body;
  }

  /** What behaves as the body does, and notes what is read of it. */
  lend(): unknown {
    this.#isLent = true;
    return this.#lendable;
  }

  /** JSON Pointers (RFC 6901) to every member, also those on the way to another, that was read. */
  get touched(): ReadonlySet<string> {
    const touched = new Set(this.#isLent ? [''] : []);
    if (!this.#isLent || !isContainer(this.body)) return touched;
    // What an array's own methods are looked up by may be a symbol, and is no member.
    const paths = affectedToPathList(this.body, this.#affected) as (readonly (string | symbol)[])[];
    for (const path of paths) {
      let pointer = '';
      for (const name of path) {
        if (typeof name === 'symbol') break;
        touched.add((pointer += `/${escaped(name)}`));
      }
    }
    return touched;
  }
}

export interface MeteredFields {
  readonly fields: FieldCounts;
  /** Of all leaves that were read, whatever they are for. */
  readonly usedPaths: readonly string[];
  /** Bytes of the body by our own encoder. */
  readonly compressed: number;
  /** The same without the leaves that nobody read. */
  readonly compressedPruned: number;
}

export const NO_FIELDS: FieldCounts = { used: 0, unused: 0, control: 0, envelope: 0 };

/**
 * Sorts the leaves of an answer's body by what they are for, and weighs what nobody read.
 *
 * @param bytes the decoded body
 * @param reading undefined where nobody decoded it as JSON
 */
export function meterFields(
  bytes: Uint8Array,
  reading: Reading | undefined,
  kindOf: AnswerShape['kindOf'],
): MeteredFields {
  const compressed = gzipBytes(bytes);
  if (!reading) return { fields: NO_FIELDS, usedPaths: [], compressed, compressedPruned: compressed };
  const { body, touched } = reading;
  const fields = { ...NO_FIELDS };
  const usedPaths: string[] = [];
  let leafCount = 0;
  for (const path of leavesOf(body)) {
    const pointer = pointerTo(path);
    const isRead = touched.has(pointer);
    const kind = kindOf(path);
    fields[kind === 'data' ? (isRead ? 'used' : 'unused') : kind] += 1;
    if (isRead) usedPaths.push(pointer);
    leafCount += 1;
  }
  // Unless something goes, its own spelling of what is the same document must not look like waste.
  const isWhole = usedPaths.length === leafCount;
  return { fields, usedPaths, compressed, compressedPruned: isWhole ? compressed : prunedBytes(body, touched) };
}

/** The paths of all leaves, in the order of the document. An array or object without members is a leaf. */
export function* leavesOf(value: unknown, path: Path = []): Generator<Path> {
  const members = isContainer(value) ? Object.entries(value) : [];
  if (members.length === 0) yield path;
  for (const [name, member] of members) yield* leavesOf(member, [...path, name]);
}

/**
 * The document without the leaves that were not read. Arrays keep their order and lose what is empty.
 *
 * @returns undefined where nothing remains
 */
export function pruned(value: unknown, touched: ReadonlySet<string>, pointer = ''): unknown {
  if (!touched.has(pointer)) return undefined;
  if (!isContainer(value)) return value;
  const members = Object.entries(value);
  if (members.length === 0) return value;
  const kept = members
    .map(([name, member]) => [name, pruned(member, touched, `${pointer}/${escaped(name)}`)] as const)
    .filter(([, member]) => member !== undefined);
  if (kept.length === 0) return undefined;
  return Array.isArray(value) ? kept.map(([, member]) => member) : Object.fromEntries(kept);
}

export function pointerTo(path: Path): string {
  return path.map((name) => `/${escaped(name)}`).join('');
}

function prunedBytes(body: unknown, touched: ReadonlySet<string>): number {
  const document = pruned(body, touched);
  return document === undefined ? 0 : gzipBytes(new TextEncoder().encode(JSON.stringify(document)));
}

/** One encoder in browser and terminal: their own ones differ. Nothing takes no bytes, not gzip's empty frame. */
function gzipBytes(bytes: Uint8Array): number {
  return bytes.length === 0 ? 0 : gzipSync(bytes, { level: 6, mtime: 0 }).length;
}

// RFC 6901 §3.
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
