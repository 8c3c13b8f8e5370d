import { MAX_TICKETS, OPERATION_NAMES, OPERATIONS, type OperationName } from '@rungs/application';
import { PHOTO_TYPES, type RefusalCode } from '@rungs/domain';
import { STATUS_OF, statusesOf } from '@rungs/http';
import { inputJsonSchema, type JsonSchema } from '@rungs/json';
import { OPERATION_HANDLERS } from '../operations.ts';
import { headersWith, type HeaderFieldName } from './header-fields.ts';
import { byStatus, HTTP_PROBLEM, problemContent, problemNameOf, problemsSchema } from './problems.ts';
import { namesInPath } from './parameters.ts';
import { isQueried } from './queries.ts';
import { selectableSchema } from './selected.ts';

/** Changes whose answers show what has no address of its own. */
const NOWHERE_ELSE: readonly OperationName[] = ['acceptTickets', 'reportLocation'];

const isRead = (operation: OperationName): boolean => OPERATION_HANDLERS[operation].verb === 'GET';
const isList = (operation: OperationName): boolean =>
  Object.hasOwn(inputJsonSchema(operation)['properties'] as object, 'after');

/** The header fields of an answer that went well. */
function fieldsOf(operation: OperationName): readonly HeaderFieldName[] {
  const { verb, status } = OPERATION_HANDLERS[operation];
  if (operation === 'getPhoto') return ['Cache-Control', 'ETag', 'Last-Modified', 'Accept-Ranges'];
  if (isRead(operation)) return ['Cache-Control', 'Vary', 'ETag', ...(isList(operation) ? listedWith(operation) : [])];
  if (status === 202) return ['Vary', 'Location'];
  if (status === 201) return ['Vary', 'Location', 'ETag'];
  if (NOWHERE_ELSE.includes(operation)) return ['Vary'];
  // RFC 9110 §9.3.4: after a PUT only where it was kept as it was sent.
  if (operation === 'setPhoto') return ['Vary', 'Content-Location', 'ETag'];
  // A PATCH in plain JSON is on its way out.
  if (verb === 'PATCH') return ['Vary', 'Content-Location', 'ETag', 'Deprecation', 'Sunset', 'OtherLink'];
  return ['Vary', 'Content-Location'];
}

/** The fields of every page of a list. */
function listedWith(operation: OperationName): readonly HeaderFieldName[] {
  return isQueried(operation) ? ['Link', 'Accept-Query'] : ['Link'];
}

function contentOf(operation: OperationName): JsonSchema {
  if (operation === 'getPhoto') {
    return Object.fromEntries(PHOTO_TYPES.map((type) => [type, { schema: { contentMediaType: type } }]));
  }
  const schema = operation === 'acceptTickets' ? TICKET_ANSWERS : selectableSchema(operation);
  return { 'application/json': { schema } };
}

const ofSeveral = (status: JsonSchema, outcome: string, schema: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: {
    orderId: { type: 'string', maxLength: 200, pattern: '^[^\\u0000]*$', description: 'Which ticket.' },
    status: { ...status, description: 'The status that it would have had alone.' },
    [outcome]: schema,
  },
  required: ['orderId', 'status', outcome],
  additionalProperties: false,
});

/** A status for each of several tickets, as it would have had alone. */
const TICKET_ANSWERS: JsonSchema = {
  type: 'array',
  maxItems: MAX_TICKETS,
  items: {
    anyOf: [
      ofSeveral({ const: 200 }, 'ticket', { $ref: '#/components/schemas/Ticket' }),
      ofSeveral(
        { type: 'integer', format: 'int32', minimum: 400, maximum: 599 },
        'problem',
        problemsSchema(
          [...new Set([...OPERATIONS.acceptTicket.refusals, 'invalid-input' as const])].map(problemNameOf),
        ),
      ),
    ],
  },
};

const DONE: Readonly<Record<number, string>> = {
  200: 'Done, or done already.',
  201: 'Made: `Location` says where it is.',
  202: 'Taken in: `Location` says where to see how far it is.',
};

/** What went well, by status. */
function doneOf(operation: OperationName): JsonSchema {
  const { status, verb } = OPERATION_HANDLERS[operation];
  const fields = fieldsOf(operation);
  const done = { description: DONE[status], headers: headersWith(...fields), content: contentOf(operation) };
  const answers: Record<number, JsonSchema> = {
    [status]: isRead(operation) ? { ...done, description: 'Here it is.' } : done,
  };
  if (isRead(operation)) {
    if (operation === 'getPhoto') Object.assign(answers, partsOf(fields));
    const told = fields.filter((name) => name !== 'Accept-Ranges' && name !== 'Last-Modified');
    answers[304] = { description: 'It is still what the client holds.', headers: headersWith(...told) };
    return answers;
  }
  // RFC 9110 §9.3.4: a dish had no photo before.
  if (operation === 'setPhoto') answers[201] = { ...done, description: 'The dish has its first photo.' };
  if (status === 200 && !NOWHERE_ELSE.includes(operation)) {
    const withoutBody = fields.filter((name) => name !== 'Vary' || verb === 'PATCH');
    answers[204] = { description: 'The same, for who prefers no body.', headers: headersWith(...withoutBody) };
  }
  return answers;
}

/** RFC 9110 §15.3.7, §15.5.17. */
function partsOf(fields: readonly HeaderFieldName[]): Record<number, JsonSchema> {
  return {
    206: {
      description: 'The bytes that were asked for; several parts of them one after the other.',
      headers: headersWith(...fields, 'Content-Range'),
      content: {
        ...contentOf('getPhoto'),
        'multipart/byteranges': { schema: { contentMediaType: 'multipart/byteranges' } },
      },
    },
    416: {
      description: 'There are no such bytes.',
      headers: headersWith('Cache-Control', 'Content-Range'),
      content: problemContent([HTTP_PROBLEM]),
    },
  };
}

/** What everything may answer, whatever it is asked. */
const ANY_REFUSAL: readonly RefusalCode[] = ['unauthenticated', 'unreadable', 'invalid-input', 'unavailable'];

/** What HTTP refuses, by status; the statuses of refusals that it shares are among them. */
const PROTOCOL: Readonly<
  Record<number, { readonly name: string; readonly description: string; readonly fields?: readonly HeaderFieldName[] }>
> = {
  400: { name: 'BadRequest', description: 'It cannot be read.' },
  401: { name: 'Unauthenticated', description: 'Sign in first.', fields: ['WWW-Authenticate'] },
  403: { name: 'Forbidden', description: 'Seen, but not yours to do.' },
  406: { name: 'NotAcceptable', description: 'There is nothing of a kind that the client takes.' },
  408: { name: 'RequestTimeout', description: 'The request did not come to its end in time.' },
  412: { name: 'Stale', description: 'It is not, or no longer, what the condition says: read it again.' },
  413: { name: 'ContentTooLarge', description: 'The body is larger than 1 MiB.' },
  414: { name: 'UriTooLong', description: 'No address of ours is as long.' },
  415: {
    name: 'UnsupportedMediaType',
    description: 'The body is of a kind, or in a coding, that is not taken here.',
    fields: ['Accept', 'Accept-Patch', 'Accept-Encoding'],
  },
  428: { name: 'VersionRequired', description: 'Say which version you are changing: RFC 6585 §3.' },
  429: {
    name: 'TooManyRequests',
    description: 'Too many requests within a minute: RFC 6585 §4.',
    fields: ['Retry-After'],
  },
  431: { name: 'HeaderFieldsTooLarge', description: 'The header fields are larger than 16 KiB: RFC 6585 §5.' },
  500: { name: 'InternalServerError', description: 'We are at fault. Tell us the trace.' },
  503: { name: 'Unavailable', description: 'A part of the system does not answer.', fields: ['Retry-After'] },
};

/** Before there is a request at all, the answer has nothing but what explains it. */
const BEFORE_ANY_REQUEST = [408, 431];
/** Said by HTTP alone, or by HTTP as well as by us. */
const BY_HTTP = [400, 406, 408, 412, 413, 414, 415, 429, 431, 500];

/** What `components.responses` holds: the refusals that are the same wherever they are met. */
export function sharedResponses(): JsonSchema {
  const codes = byStatus([...ANY_REFUSAL, 'forbidden', 'stale-version', 'version-required']);
  const protocol = Object.entries(PROTOCOL).map(([key, { name, description, fields = [] }]) => {
    const status = Number(key);
    const names = [
      ...(codes.get(status) ?? []).map(problemNameOf),
      ...(BY_HTTP.includes(status) ? [HTTP_PROBLEM] : []),
    ];
    const headers = BEFORE_ANY_REQUEST.includes(status)
      ? headersWith()
      : headersWith('Cache-Control', 'Vary', ...fields);
    return [name, { description, headers, content: problemContent(names) }];
  });
  const alone = OPERATION_NAMES.flatMap((operation) => [...refusedBy(operation)]).filter(
    ([status, [code, ...others]]) =>
      PROTOCOL[status] === undefined && others.length === 0 && statusesOf(code as RefusalCode).length === 1,
  );
  return Object.fromEntries([
    ...protocol,
    ...alone.map(([status, named]) => [
      problemNameOf(named[0] as RefusalCode),
      refusedAs(status, named.map(problemNameOf)),
    ]),
  ]) as JsonSchema;
}

/** All `responses` of an operation, by status. */
export function responsesOf(operation: OperationName): JsonSchema {
  const { verb } = OPERATION_HANDLERS[operation];
  const hasBody = verb !== 'GET';
  const codes = refusedBy(operation);
  const hasCondition = codes.has(STATUS_OF['stale-version']);
  const protocol = BY_HTTP.filter(
    (status) =>
      (status !== 413 || hasBody) &&
      (status !== 412 || !hasBody || hasCondition) &&
      (status !== 414 || namesInPath(OPERATION_HANDLERS[operation].path).length > 0),
  );
  const conflicts = verb === 'PATCH' ? [STATUS_OF['courier-busy']] : [];
  const refused = [...new Set([...codes.keys(), ...protocol, ...conflicts])].map((status): [number, JsonSchema] => {
    const named = (codes.get(status) ?? []).map(problemNameOf);
    // RFC 5789 §2.2: a patch that does not fit what is there.
    if (status === 409 && verb === 'PATCH') named.push(HTTP_PROBLEM);
    const isOneOfItsKind = (codes.get(status) ?? []).every((code) => statusesOf(code).length === 1);
    const shared =
      PROTOCOL[status]?.name ??
      (named.length === 1 && named[0] !== HTTP_PROBLEM && isOneOfItsKind ? named[0] : undefined);
    return [status, shared === undefined ? refusedAs(status, named) : { $ref: `#/components/responses/${shared}` }];
  });
  return { ...doneOf(operation), ...Object.fromEntries(refused) };
}

/** The same where it is asked by QUERY (RFC 10008): pages are linked as long as they are to be had by GET. */
export function responsesOfQuery(operation: OperationName): JsonSchema {
  const fields: readonly HeaderFieldName[] = [
    'Cache-Control',
    'Vary',
    'ETag',
    'OtherLink',
    'SameByGet',
    'Accept-Query',
  ];
  const { 200: done, 304: held, ...refused } = responsesOf(operation) as Readonly<Record<number, JsonSchema>>;
  return {
    200: { ...done, headers: headersWith(...fields) },
    304: { ...held, headers: headersWith(...fields) },
    ...refused,
    413: { $ref: '#/components/responses/ContentTooLarge' },
  };
}

function refusedBy(operation: OperationName): ReadonlyMap<number, readonly RefusalCode[]> {
  return byStatus([...new Set([...ANY_REFUSAL, ...OPERATIONS[operation].refusals])]);
}

function refusedAs(status: number, problems: readonly string[]): JsonSchema {
  return {
    description: REFUSED[status],
    headers: headersWith('Cache-Control', 'Vary'),
    content: problemContent(problems),
  };
}

const REFUSED: Readonly<Record<number, string>> = {
  [STATUS_OF['order-not-found']]: 'Not there, or not yours to see, which look the same.',
  [STATUS_OF['order-not-cancellable']]: 'Not as things stand.',
  410: 'There was one, and it was taken away.',
  [STATUS_OF['invalid-input']]: 'Understood, but it cannot be done like this.',
};
