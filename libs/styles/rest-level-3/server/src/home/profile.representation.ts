import { OPERATIONS, type OperationName } from '@rungs/application';
import {
  componentJsonSchemas,
  inputJsonSchema,
  OPERATION_TEXTS,
  outcomeJsonSchema,
  type JsonSchema,
} from '@rungs/json';
import { type OwnRelation, RELATIONS } from '../hal.ts';
import { OPERATION_HANDLERS } from '../operations.ts';
import { uris } from '../paths.ts';
import { destinationOf, variablesOf } from './vocabulary.ts';

// ALPS (draft-amundsen-richardson-foster-alps, an expired Internet-Draft): what the names in an answer mean, apart from
// any format that they are written in. HAL says where a link is and HAL-FORMS how a form is filled in; that `cancelOrder`
// cancels an order, and is safe to send twice, is in neither.

export const ALPS = 'application/alps+json';

/** A name and what it means. With `href`, all that is said there is meant as well. */
export interface Descriptor {
  /** Its own in the document: `Order.state`, a fragment of the profile's address. */
  readonly id?: string;
  /** As it stands in an answer, where that is no id. */
  readonly name?: string;
  /** A member (semantic), a link (safe), or a form: whether sending it twice is as sending it once. */
  readonly type?: 'semantic' | 'safe' | 'idempotent' | 'unsafe';
  readonly title?: string;
  readonly doc?: { readonly value: string };
  readonly href?: string;
  /** What it answers. */
  readonly rt?: string;
  readonly link?: readonly { readonly rel: string; readonly href: string }[];
  readonly descriptor?: readonly Descriptor[];
}

export interface Profile {
  readonly alps: {
    readonly version: '1.0';
    readonly title: string;
    readonly doc: { readonly value: string };
    readonly link: readonly { readonly rel: string; readonly href: string }[];
    readonly descriptor: readonly Descriptor[];
  };
}

/** All names of level 3: made from the same schemas and tables as its answers, so that none can be forgotten. */
export function representProfile(): Profile {
  return {
    alps: {
      version: '1.0',
      title: 'Rungs: food delivery by hypermedia',
      doc: { value: 'Members of things, relations of links, names of forms and their fields.' },
      link: [
        { rel: 'self', href: uris.href('profile', {}) },
        { rel: 'collection', href: uris.href('home', {}) },
      ],
      descriptor: [...things(), ...OWN_MEMBERS.map(ownMember), ...relations(), ...forms()],
    },
  };
}

/** Members that only level 3 has. */
const OWN_MEMBERS = [
  ['title', 'What this is, for people.'],
  ['signedInAs', 'The role that you are seen in.'],
  ['status', 'Of one of several: the status that it would have been answered with alone (RFC 9110 §15).'],
  ['problem', 'Of one of several: the problem that it would have met alone (RFC 9457).'],
] as const;

function ownMember([id, value]: readonly [string, string]): Descriptor {
  return { id, type: 'semantic', doc: { value } };
}

function things(): readonly Descriptor[] {
  return Object.entries(componentJsonSchemas())
    .filter(([name]) => !isPage(name))
    .map(([id, schema]) => ({ id, type: 'semantic', ...docOf(schema), ...inside(schema, id) }));
}

/** Of a page level 3 has the things, and links where others have cursors. */
function isPage(name: string): boolean {
  return name.endsWith('Page');
}

function relations(): readonly Descriptor[] {
  return (Object.keys(RELATIONS) as OwnRelation[]).map((relation) => {
    const id = `rungs.${relation}`;
    const operation = destinationOf(relation)?.operation;
    const variables = variablesOf(relation).map(({ name, meaning }): Descriptor => ({
      id: `${id}.${name}`,
      name,
      type: 'semantic',
      doc: { value: meaning },
    }));
    return {
      id,
      name: `rungs:${relation}`,
      type: 'safe',
      doc: { value: RELATIONS[relation] },
      link: [{ rel: 'help', href: uris.href('relation', { rel: relation }) }],
      ...(operation && answering(operation)),
      ...(variables.length > 0 && { descriptor: variables }),
    };
  });
}

function forms(): readonly Descriptor[] {
  return (Object.keys(OPERATIONS) as OperationName[]).flatMap((id): Descriptor[] => {
    const held = OPERATION_HANDLERS[id];
    if (OPERATIONS[id].kind === 'read' || !('verb' in held)) return [];
    const { summary, description } = OPERATION_TEXTS[id];
    const idsInPath = [...held.path.matchAll(/\{(\w+)\}/g)].map(([, variable]) => variable);
    const fields = members(inputJsonSchema(id), id).filter(({ name }) => !idsInPath.includes(name));
    return [
      {
        id,
        // RFC 9110 §9.2.2: PUT and DELETE. A key makes the others safe to repeat as well, but not by their kind.
        type: held.verb === 'PUT' || held.verb === 'DELETE' ? 'idempotent' : 'unsafe',
        title: summary,
        doc: { value: description },
        ...answering(id),
        descriptor: fields.map(asField),
      },
    ];
  });
}

/** A form has no header fields: the version that was seen is a field of it, by the name of the member that showed it. */
function asField({ id = '', name = '', ...rest }: Descriptor): Descriptor {
  return name === 'expectedVersion'
    ? { id: id.replace(/expectedVersion$/, 'version'), name: 'version', ...rest }
    : { id, name, ...rest };
}

/** Of a page the things on it. */
function answering(operation: OperationName): Pick<Descriptor, 'rt'> {
  const schema = outcomeJsonSchema(operation);
  const name = referred(schema);
  const thing = name !== undefined && isPage(name) ? referred(itemsOf(componentJsonSchemas()[name])) : name;
  return thing === undefined ? {} : { rt: `#${thing}` };
}

function itemsOf(page: JsonSchema | undefined): JsonSchema {
  return ((page?.['properties'] ?? {}) as { readonly items?: JsonSchema }).items ?? {};
}

/** The component that a schema, or a list of it, is. */
function referred(schema: JsonSchema): string | undefined {
  const { $ref, items } = schema as { readonly $ref?: string; readonly items?: JsonSchema };
  return $ref?.split('/').at(-1) ?? (items && referred(items));
}

function inside(schema: JsonSchema, id: string): Pick<Descriptor, 'descriptor'> {
  const within = members(schema, id);
  return within.length > 0 ? { descriptor: within } : {};
}

/** The members of an object, of each thing in a list, or of any of several kinds of thing. */
function members(schema: JsonSchema, id: string): readonly Descriptor[] {
  const { items, anyOf, oneOf, properties } = schema as {
    readonly items?: JsonSchema;
    readonly anyOf?: readonly JsonSchema[];
    readonly oneOf?: readonly JsonSchema[];
    readonly properties?: Readonly<Record<string, JsonSchema>>;
  };
  if (items) return members(items, id);
  const kinds = [...(anyOf ?? []), ...(oneOf ?? [])].flatMap((kind) => members(kind, id));
  const own = Object.entries(properties ?? {}).map(([name, member]): Descriptor => {
    const component = referred(member);
    const at = `${id}.${name}`;
    return {
      id: at,
      name,
      type: 'semantic',
      ...docOf(member),
      ...(component === undefined ? inside(member, at) : { href: `#${component}` }),
    };
  });
  return [...new Map([...own, ...kinds].map((descriptor) => [descriptor.id, descriptor])).values()];
}

function docOf({ description }: JsonSchema): Pick<Descriptor, 'doc'> {
  return typeof description === 'string' ? { doc: { value: description } } : {};
}
