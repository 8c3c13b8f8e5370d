import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { AskedBy } from '../asking.ts';
import type { Choices } from './choices.ts';
import type { KnownValues } from './known-values.ts';

export interface WrittenQuery {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How deep fields nest, fields below each other counted. */
const MOST_LEVELS = 7;
/** Selections of a set, and fields of the whole. */
const MOST_AT_ONCE = 5;
const MOST_FIELDS = 28;
/** Things on the pages of lists below lists, multiplied. */
const MOST_THINGS = 30;
/** Bytes count as ten things each: not of whole menus. */
const MOST_WITH_BYTES = 10;
/** A list without pages, which is a menu's mostly, may be as long. */
const THINGS_OF_A_WHOLE_LIST = 200;

/**
 * The response names that one object of the answer already has, so that no two fields meet that cannot be merged
 * (§5.3.2 of the specification), in fragments neither.
 */
type Names = Map<string, { readonly field: string; readonly below: Names }>;

interface Place {
  readonly type: GraphQLCompositeType;
  readonly names: Names;
  readonly level: number;
  /** How many things of this place there can be. */
  readonly things: number;
  /** The fields that lead here: none of them again further down, which is refused as endless. */
  readonly path: ReadonlySet<string>;
}

/** Lists that are as long as the page of their connection. */
const OF_A_PAGE: ReadonlySet<string> = new Set(['nodes', 'edges']);

interface Fragment extends Place {
  readonly name: string;
  /** Undefined while it is being written. */
  readonly text?: string;
}

/** Writes one random valid query: what it selects, with which arguments, in fragments, under aliases, by directives. */
export class QueryWriter {
  private readonly fragments: Fragment[] = [];
  private readonly declared: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private fields = 0;
  private aliases = 0;
  private directives = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choices: Choices,
    private readonly known: KnownValues,
    private readonly as: AskedBy,
  ) {}

  write(): WrittenQuery {
    const type = this.schema.getQueryType() as GraphQLObjectType;
    const selections = this.selections({ type, names: new Map(), level: 0, things: 1, path: new Set() });
    const head = this.declared.length > 0 ? `query (${this.declared.join(', ')}) ` : '';
    const fragments = this.fragments.map(({ name, type: on, text }) => `fragment ${name} on ${on.name} ${text}`);
    return { text: [`${head}${selections}`, ...fragments].join('\n'), variables: this.variables };
  }

  /** `{ … }`, never empty. */
  private selections(place: Place): string {
    const { choices } = this;
    const { type } = place;
    const known = this.fragments.filter((fragment) => fitsAsAWhole(fragment, place));
    if (known.length > 0 && choices.chance(40)) {
      const { name, names } = choices.pick(known);
      for (const [taken, holder] of names) place.names.set(taken, holder);
      return `{ __typename ...${name} }`;
    }
    // Without the name of its type nobody could check what an interface's value is.
    const written: string[] = isInterfaceType(type) || choices.chance(25) ? ['__typename'] : [];
    const count = choices.whole(1, place.level === 0 ? 3 : MOST_AT_ONCE);
    for (let turn = 0; turn < count && this.fields < MOST_FIELDS; turn += 1) {
      written.push(choices.chance(isInterfaceType(type) ? 70 : 15) ? this.fragment(place) : this.field(place));
    }
    return `{ ${written.filter(Boolean).join(' ') || '__typename'} }`;
  }

  private fragment(place: Place): string {
    const { choices } = this;
    const on = this.conditionOf(place.type);
    const within: Place = { ...place, type: on };
    if (choices.chance(50)) {
      const condition = on === place.type && choices.chance(30) ? '' : `on ${on.name} `;
      return `... ${condition}${this.directive()}${this.selections(within)}`;
    }
    const name = `F${this.fragments.length}`;
    // In its place before it is written, since there may be fragments within.
    const at = this.fragments.push({ ...within, name }) - 1;
    const text = this.selections(within);
    this.fragments[at] = { ...within, name, text };
    // The same again changes nothing.
    const again = choices.chance(10) ? ` ...${name}` : '';
    return `...${name}${this.directive()}${again}`;
  }

  /** A type that the fragment can be on here: the same, one of an interface's, or an interface of an object's. */
  private conditionOf(type: GraphQLCompositeType): GraphQLCompositeType {
    const { choices, schema } = this;
    if (isInterfaceType(type)) return choices.chance(85) ? choices.pick(schema.getPossibleTypes(type)) : type;
    const [wider] = isObjectType(type) ? type.getInterfaces() : [];
    return wider && choices.chance(15) ? wider : type;
  }

  private field(place: Place): string {
    const { choices } = this;
    const { type } = place;
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const fitting = fields.filter((field) => {
      if (!isCompositeType(getNamedType(field.type))) return field.name !== 'data' || place.things <= MOST_WITH_BYTES;
      return place.level < MOST_LEVELS && !place.path.has(`${type.name}.${field.name}`);
    });
    if (fitting.length === 0) return '';
    const leads = fitting.filter((field) => isCompositeType(getNamedType(field.type)));
    const candidates = leads.length > 0 && choices.chance(55) ? leads : fitting;
    const rarer = this.known.rarer(
      choices,
      candidates.map(({ name }) => `${type.name}.${name}`),
    );
    const field = candidates.find(({ name }) => rarer === `${type.name}.${name}`);
    if (!field) return '';
    this.fields += 1;

    const page = { things: place.things };
    const said = field.args.flatMap((argument) => this.argument(`${type.name}.${field.name}`, argument));
    const isPaged = field.args.some(({ name }) => name === 'first');
    if (!isPaged && isListType(getNullableType(field.type)) && !OF_A_PAGE.has(field.name)) {
      page.things *= THINGS_OF_A_WHOLE_LIST;
    }
    const paged = isPaged ? this.page(field, place, page, said) : [];
    const args = [...said, ...paged];
    const call = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;

    const inner = getNamedType(field.type);
    const { alias, below } = this.nameFor(place, field, call);
    const directive = this.directive();
    if (!isCompositeType(inner)) return `${alias}${call} ${directive}`;
    const { things } = page;
    const path = new Set([...place.path, `${type.name}.${field.name}`]);
    return `${alias}${call} ${directive}${this.selections({ type: inner, names: below, level: place.level + 1, things, path })}`;
  }

  /** Its own name where that is free or the same field has it; else an alias. */
  private nameFor(
    { names, type }: Place,
    field: GraphQLField<unknown, unknown>,
    call: string,
  ): { readonly alias: string; readonly below: Names } {
    const signature = `${type.name}.${call}`;
    const holder = names.get(field.name);
    const isFree = holder === undefined && !this.choices.chance(12);
    if (isFree) {
      const below: Names = new Map();
      names.set(field.name, { field: signature, below });
      return { alias: '', below };
    }
    // Fields of the same name and arguments are merged, with what is selected below them.
    if (holder?.field === signature) return { alias: '', below: holder.below };
    this.aliases += 1;
    return { alias: `a${this.aliases}: `, below: new Map() };
  }

  private directive(): string {
    const { choices } = this;
    if (this.directives >= 12 || !choices.chance(8)) return '';
    this.directives += 1;
    const name = choices.pick(['skip', 'include']);
    const holds = choices.chance(name === 'skip' ? 30 : 70);
    if (choices.chance(30)) return `@${name}(if: ${holds}) `;
    return `@${name}(if: ${this.variable('Boolean!', holds)}) `;
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`;
    // Left out, it is its default.
    if (this.choices.chance(15) && typeof value !== 'object') {
      this.declared.push(`$${name}: ${type} = ${JSON.stringify(value)}`);
    } else {
      this.declared.push(`$${name}: ${type}`);
      this.variables[name] = value;
    }
    return `$${name}`;
  }

  private argument(field: string, argument: GraphQLArgument): string[] {
    const { name, type } = argument;
    if (['first', 'last', 'after', 'before'].includes(name)) return [];
    const isNeeded = isNonNullType(type) && argument.defaultValue === undefined;
    if (!isNeeded && !this.choices.chance(35)) return [];
    const value = this.valueOf(type, field, name);
    const inVariable = this.choices.chance(50) && !isEnumType(getNamedType(type));
    return [`${name}: ${inVariable ? this.variable(String(type), value) : literalOf(type, value)}`];
  }

  private valueOf(type: GraphQLInputType, field: string, name: string): unknown {
    const { choices } = this;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const named = getNamedType(nullable);
      return isEnumType(named)
        ? choices.some(
            named.getValues().map((value) => value.name),
            3,
          )
        : [];
    }
    if (isEnumType(nullable)) return choices.pick(nullable.getValues()).name;
    if (isInputObjectType(nullable)) {
      const members = Object.values(nullable.getFields()).filter(
        (member) => isNonNullType(member.type) || choices.chance(40),
      );
      return Object.fromEntries(members.map((member) => [member.name, this.valueOf(member.type, field, member.name)]));
    }
    return this.scalarOf(String(nullable), field, name);
  }

  private scalarOf(type: string, field: string, name: string): unknown {
    const { choices } = this;
    switch (type) {
      case 'ID':
        return this.known.idFor(choices, this.as, field, name);
      case 'Boolean':
        return choices.chance(50);
      case 'Int':
        return choices.whole(1, 5);
      case 'Float':
        return name === 'lat' ? choices.whole(35, 48) + 0.5 : choices.whole(5, 18) + 0.25;
      case 'DateTime':
        return `2026-${choices.pick(['03', '09', '10', '11'])}-${choices.pick(['01', '14', '28'])}T12:00:00${choices.pick(['Z', '+02:00'])}`;
      case 'String':
        return name === 'cuisine'
          ? choices.pick(['Italian', 'Pizza', 'nothing'])
          : choices.pick(['a', 'ma', 'luig', '?', '']);
      default:
        throw new Error(`Nobody knows a value of ${type}, for ${field}.${name}.`);
    }
  }

  /** Small pages below lists, and mostly in bounds; cursors of the same list where one is known. */
  private page(
    field: GraphQLField<unknown, unknown>,
    place: Place,
    page: { things: number },
    said: readonly string[],
  ): string[] {
    const { choices, known } = this;
    const most = Math.max(1, Math.floor(MOST_THINGS / place.things));
    const size = choices.chance(2)
      ? choices.pick([0, 101, -1])
      : choices.whole(1, Math.min(most, choices.chance(5) ? 100 : 8));
    page.things = place.things * Math.max(1, size);
    const inVariable = choices.chance(40);
    const number = (): string => (inVariable ? this.variable('Int', size) : String(size));
    const text = (cursor: string): string => (inVariable ? this.variable('String', cursor) : JSON.stringify(cursor));
    if (choices.chance(2)) return [`first: ${number()}`, `after: ${text(known.foreignCursor(choices))}`];
    const list = `${String(this.as)} ${field.name}(${said
      .map((argument) => this.withoutVariables(argument))
      .sort()
      .join(', ')})`;
    const cursor = place.level === 0 ? known.cursorOf(choices, list) : undefined;
    if (cursor === undefined || choices.chance(30)) return [`first: ${number()}`];
    return choices.chance(50)
      ? [`first: ${number()}`, `after: ${text(cursor)}`]
      : [`last: ${number()}`, `before: ${text(cursor)}`];
  }

  /** `id: $v1` as `id: "…"`: how the list is named wherever it is learnt from. */
  private withoutVariables(argument: string): string {
    return argument.replace(/\$(\w+)$/, (_reference, name: string) => JSON.stringify(this.variables[name]));
  }
}

/** Whether a fragment can be all that is selected here, no deeper and of no more things than where it was written. */
function fitsAsAWhole({ text, type, level, things, path }: Fragment, place: Place): boolean {
  const fits =
    type === place.type &&
    level >= place.level &&
    things >= place.things &&
    [...place.path].every((field) => path.has(field));
  return text !== undefined && fits && place.names.size === 0;
}

function literalOf(type: GraphQLInputType, value: unknown): string {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return `[${(value as unknown[]).map((item) => literalOf(nullable.ofType, item)).join(', ')}]`;
  if (isEnumType(nullable)) return String(value);
  if (!isInputObjectType(nullable)) return JSON.stringify(value);
  const fields = nullable.getFields();
  const members = Object.entries(value as object).map(
    ([name, held]) => `${name}: ${literalOf((fields[name] as { type: GraphQLInputType }).type, held)}`,
  );
  return `{ ${members.join(', ')} }`;
}
