import { getNamedType, isCompositeType, type FieldNode, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Asked } from '../asking.ts';
import { objectTypesOf } from './selection.ts';

const TOO_MUCH: ReadonlySet<string> = new Set(['OPERATION_TOO_COSTLY', 'OPERATION_LIMIT_EXCEEDED']);

/** How far random queries came: what was answered, refused and covered. */
export class Reached {
  refusedAsTooMuch = 0;
  private queries = 0;
  private readonly run = new Map<string, { total: number; most: number; allowed: number; closest: number }>();
  private answered = 0;
  private nulls = 0;
  private readonly covered = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly schema: GraphQLSchema) {}

  answer({ status, errors }: Asked): void {
    this.queries += 1;
    this.count(`status ${status}`);
    const codes = errors.map(({ extensions }) => String(extensions['code']));
    for (const { extensions } of errors) this.count([extensions['code'], extensions['limit']].flat().join(' ').trim());
    if (codes.some((code) => TOO_MUCH.has(code))) this.refusedAsTooMuch += 1;
  }

  field(type: GraphQLObjectType, nodes: readonly FieldNode[], value: unknown): void {
    this.answered += 1;
    if (value === null) this.nulls += 1;
    else this.covered.add(`${type.name}.${nodes[0]?.name.value}`);
  }

  /** How many statements ran where so many were allowed. */
  statements(mode: string, ran: number, allowed: number): void {
    const known = this.run.get(mode) ?? { total: 0, most: 0, allowed: 0, closest: 0 };
    this.run.set(mode, {
      total: known.total + ran,
      most: Math.max(known.most, ran),
      allowed: known.allowed + allowed,
      closest: allowed > 0 ? Math.max(known.closest, ran / allowed) : known.closest,
    });
  }

  /** Fields that a query can reach and none was answered with anything but null. */
  get missed(): readonly string[] {
    return reachableFields(this.schema).filter((field) => !this.covered.has(field));
  }

  get coveredPercent(): number {
    const reachable = reachableFields(this.schema).length;
    return (100 * (reachable - this.missed.length)) / reachable;
  }

  get nonNullPercent(): number {
    return (100 * (this.answered - this.nulls)) / Math.max(1, this.answered);
  }

  toString(): string {
    const statements = [...this.run].map(
      ([mode, { total, most, allowed, closest }]) =>
        `${mode}: ${total} statements of ${allowed} allowed, ${most} at most, ${(100 * closest).toFixed(0)} % of a bound at most`,
    );
    const reachable = reachableFields(this.schema).length;
    const counts = [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${what}: ${count}`);
    return [
      `${this.queries} queries, ${this.refusedAsTooMuch} refused as too much; ${counts.join(', ')}`,
      `${reachable - this.missed.length} of ${reachable} fields answered; missed: ${this.missed.join(', ') || 'none'}`,
      `${this.answered} values, ${this.nonNullPercent.toFixed(1)} % of them not null`,
      ...statements,
    ].join('\n');
  }

  private count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}

/** The one refusal that a query can show as data: why a line of an import changed nothing. */
const REFUSED_LINE = 'InvalidInputRefusal';

/** `Type.field` of everything that a query can answer: the other refusals are those of mutations. */
function reachableFields(schema: GraphQLSchema): readonly string[] {
  const fields = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const type of objectTypesOf(schema, name)) {
      if (type.name.endsWith('Refusal') && type.name !== REFUSED_LINE) continue;
      for (const field of Object.values(type.getFields())) {
        fields.add(`${type.name}.${field.name}`);
        const inner = getNamedType(field.type);
        if (isCompositeType(inner)) follow(inner.name);
      }
    }
  };
  follow('Query');
  return [...fields].sort();
}
