import {
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type SelectionSetNode,
} from 'graphql';
import type { AnsweredError, Asked } from '../asking.ts';
import { fieldsOf, selectionsOf, type Asking } from './selection.ts';

type Path = readonly (string | number)[];

/** What `extensions.code` may be of a top-level error for a valid query. */
const KNOWN_CODES: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'OPERATION_TOO_COSTLY',
  'OPERATION_LIMIT_EXCEEDED',
]);

/** Words that no error of ours has and those of drivers, runtimes and libraries do. */
const TELLING =
  /\b(?:select|relation|column|syntax|constraint|undefined|cannot read|is not a function|ECONN\w+|pg|typeorm)\b|\bat .+:\d+|node_modules|\.[jt]s\b|"stack/i;

const HOLDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  Float: (value) => Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => typeof value === 'string' && value !== '',
  DateTime: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
  MinorUnits: (value) => Number.isSafeInteger(value),
  EmailAddress: (value) => typeof value === 'string' && value.includes('@'),
};

/** Told of every field that was answered, on an object of this type; of null too. */
export type Visit = (type: GraphQLObjectType, nodes: readonly FieldNode[], value: unknown, path: Path) => void;

/**
 * Everything in which an answer is not what the schema and the document say it must be; nothing for a right one. Each
 * line names a path and what is wrong there.
 */
export function violationsOf(
  asking: Asking,
  { status, data, errors }: Asked,
  visit: Visit = () => undefined,
): string[] {
  const violations: string[] = [];
  if (status >= 500) violations.push(`status ${status}`);
  if (!data && errors.length === 0) violations.push('neither data nor errors');
  if (data === undefined && status < 400) violations.push(`no data, and status ${status}`);
  if (data !== undefined && status >= 300) violations.push(`data, and status ${status}`);
  const query = asking.schema.getQueryType();
  if (data && query) new Walk(asking, visit, violations).object(query, [asking.operation.selectionSet], data, []);
  for (const error of errors) violations.push(...wrongIn(error, data));
  return violations;
}

function* wrongIn({ message, path, extensions }: AnsweredError, data: Asked['data']): Iterable<string> {
  const where = path?.join('.') ?? '(no path)';
  if (!KNOWN_CODES.has(extensions['code'])) yield `${where}: code ${String(extensions['code'])}, ${message}`;
  if (TELLING.test(message) || TELLING.test(JSON.stringify(extensions))) yield `${where}: tells too much, ${message}`;
  if (data && !path) yield `an error beside data without a path: ${message}`;
  if (data && path && !nullAlong(data, path)) yield `${where}: has an error and a value`;
}

/** True where following the path ends at null, at its end or before. */
function nullAlong(data: unknown, path: Path): boolean {
  let held = data;
  for (const step of path) {
    if (held === null) return true;
    held = (held as Readonly<Record<string, unknown>>)[step];
  }
  return held === null;
}

class Walk {
  constructor(
    private readonly asking: Asking,
    private readonly visit: Visit,
    private readonly violations: string[],
  ) {}

  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], value: unknown, path: Path): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.wrong(path, 'is no object');
    const held = value as Readonly<Record<string, unknown>>;
    const fields = fieldsOf(this.asking, type, sets);
    const asked = [...fields.keys()].join();
    if (Object.keys(held).join() !== asked) this.wrong(path, `has ${Object.keys(held).join()} where ${asked} is asked`);
    for (const [name, nodes] of fields) {
      if (!Object.hasOwn(held, name)) continue;
      const at = [...path, name];
      const fieldName = nodes[0]?.name.value ?? '';
      if (fieldName === '__typename') {
        if (held[name] !== type.name) this.wrong(at, `is ${String(held[name])} on ${type.name}`);
        continue;
      }
      const field = type.getFields()[fieldName];
      if (!field) {
        this.wrong(at, `is no field of ${type.name}`);
        continue;
      }
      this.visit(type, nodes, held[name], at);
      this.value(field.type, nodes, held[name], at);
    }
  }

  private value(type: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, path: Path): void {
    if (isNonNullType(type)) {
      if (value === null) return this.wrong(path, `is null and must be ${String(type)}`);
      return this.value(type.ofType, nodes, value, path);
    }
    if (value === null) return;
    if (isListType(type)) {
      if (!Array.isArray(value)) return this.wrong(path, 'is no list');
      return value.forEach((item, index) => this.value(type.ofType, nodes, item, [...path, index]));
    }
    if (isScalarType(type)) return this.scalar(type, value, path);
    if (isEnumType(type)) {
      if (!type.getValues().some(({ name }) => name === value)) this.wrong(path, `is no ${type.name}`);
      return;
    }
    const concrete = isObjectType(type) ? type : this.concrete(type.name, value);
    if (concrete) this.object(concrete, selectionsOf(nodes), value, path);
    else this.wrong(path, `does not say which ${type.name} it is`);
  }

  private scalar(type: GraphQLScalarType, value: unknown, path: Path): void {
    const holds = HOLDS[type.name];
    if (!holds) this.wrong(path, `is of the scalar ${type.name}, which nobody checks`);
    else if (!holds(value)) this.wrong(path, `is no ${type.name}: ${JSON.stringify(value)}`);
  }

  /** By `__typename`, which whoever asks for an interface selects here. */
  private concrete(name: string, value: unknown): GraphQLObjectType | undefined {
    const said = (value as Readonly<Record<string, unknown>> | undefined)?.['__typename'];
    const type = typeof said === 'string' ? this.asking.schema.getType(said) : undefined;
    const named = this.asking.schema.getType(name);
    const fits = isObjectType(type) && isAbstractType(named) && this.asking.schema.isSubType(named, type);
    return fits ? type : undefined;
  }

  private wrong(path: Path, what: string): void {
    this.violations.push(`${path.join('.') || '(whole)'}: ${what}`);
  }
}
