import { HeaderMap } from '@apollo/server';
import { ApolloServerErrorCode, ApolloServerValidationErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { isRefusal, type FieldError, type Refusal, type RefusalCode, type RefusalOf } from '@rungs/domain';
import { challengeFor } from '@rungs/http';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { LIMIT_EXCEEDED } from './limits/limit-error.ts';
import { ResolverFailure } from './resolver-failures.ts';

// Top-level errors: what is not the outcome of a mutation. Each carries the refusal's code, the same in every API
// style, in `extensions.refusal`, besides the conventional `extensions.code`.

const FOUND_NOTHING = 'NOT_FOUND';
const NOT_NOW = 'CONFLICT';

/** The conventional `extensions.code` of each refusal. */
const CODE_OF = {
  unauthenticated: 'UNAUTHENTICATED',
  unreadable: ApolloServerErrorCode.BAD_REQUEST,
  'operation-unknown': ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  'consumer-not-found': FOUND_NOTHING,
  'restaurant-not-found': FOUND_NOTHING,
  'menu-item-not-found': FOUND_NOTHING,
  'basket-not-found': FOUND_NOTHING,
  'order-not-found': FOUND_NOTHING,
  'ticket-not-found': FOUND_NOTHING,
  'delivery-not-found': FOUND_NOTHING,
  'courier-not-found': FOUND_NOTHING,
  'bill-not-found': FOUND_NOTHING,
  'photo-not-found': FOUND_NOTHING,
  'menu-import-not-found': FOUND_NOTHING,
  forbidden: 'FORBIDDEN',
  'order-not-cancellable': NOT_NOW,
  'order-not-revisable': NOT_NOW,
  'ticket-not-acceptable': NOT_NOW,
  'ticket-not-rejectable': NOT_NOW,
  'preparation-not-startable': NOT_NOW,
  'preparation-not-finishable': NOT_NOW,
  'pickup-not-allowed': NOT_NOW,
  'dropoff-not-allowed': NOT_NOW,
  'courier-not-assignable': NOT_NOW,
  'location-not-reportable': NOT_NOW,
  'bill-not-refundable': NOT_NOW,
  'version-required': ApolloServerErrorCode.BAD_USER_INPUT,
  'stale-version': NOT_NOW,
  'invalid-input': ApolloServerErrorCode.BAD_USER_INPUT,
  'menu-item-unavailable': NOT_NOW,
  'restaurant-closed': NOT_NOW,
  'basket-empty': NOT_NOW,
  'payment-declined': NOT_NOW,
  'ready-by-out-of-range': ApolloServerErrorCode.BAD_USER_INPUT,
  'courier-busy': NOT_NOW,
  'courier-unavailable': NOT_NOW,
  'refund-exceeds-payment': NOT_NOW,
  'idempotency-conflict': NOT_NOW,
  unavailable: 'UNAVAILABLE',
} as const satisfies Record<RefusalCode, string>;

interface RefusedExtensions {
  readonly code: string;
  readonly refusal: RefusalCode;
  readonly details: RefusalOf['details'];
}

function extensionsOf({ code, details }: RefusalOf): RefusedExtensions {
  return { code: CODE_OF[code], refusal: code, details };
}

/** The HTTP status and fields where no operation was executed; with an execution the status is 200, whatever came of it. */
export function httpHeadOf(refusal: Refusal): {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
} {
  if (isRefusal(refusal, 'unauthenticated')) {
    return { status: 401, headers: new HeaderMap([['www-authenticate', challengeFor(refusal)]]) };
  }
  if (isRefusal(refusal, 'unavailable')) {
    return { status: 503, headers: new HeaderMap([['retry-after', String(refusal.details.retryAfterSeconds)]]) };
  }
  return { status: 400, headers: new HeaderMap() };
}

/** For Apollo: this refusal as an error that also sets the head of the HTTP answer. Anything else is passed on. */
export function refusedBeforeExecution(error: unknown): unknown {
  if (!isRefusal(error)) return error;
  return new GraphQLError(error.message, { extensions: { ...extensionsOf(error.toData()), http: httpHeadOf(error) } });
}

/** For Apollo: HTTP's own refusal of a body that is not JSON, with what would be taken (RFC 9110 §15.5.16). */
export function unsupportedMediaType(): GraphQLError {
  const http = { status: 415, headers: new HeaderMap([['accept', 'application/json']]) };
  return new GraphQLError('The body is of no media type that is understood here.', {
    extensions: { code: ApolloServerErrorCode.BAD_REQUEST, http },
  });
}

/** True for what no rule of ours and no rule of GraphQL says: our fault, to be logged and not told. */
export function isDefect(error: unknown): boolean {
  if (isRefusal(unwrapResolverError(error))) return false;
  if (!(error instanceof GraphQLError)) return true;
  if (saysThatThereAreMore(error) || isAboutAnArgument(error)) return false;
  return (error.extensions['code'] ?? ApolloServerErrorCode.INTERNAL_SERVER_ERROR) === 'INTERNAL_SERVER_ERROR';
}

/** What was thrown where a resolver failed; any other error as it is. */
export function causeOf(error: unknown): unknown {
  const thrown = unwrapResolverError(error);
  return thrown instanceof ResolverFailure ? thrown.cause : thrown;
}

/** After 50 wrong values in the variables graphql-js stops, with an error that neither it nor Apollo gives a code. */
function saysThatThereAreMore(error: unknown): boolean {
  return error instanceof GraphQLError && error.message.startsWith('Too many errors processing variables');
}

/**
 * True where a variable with a default value was given as null for what cannot be null: only found while executing
 * (§6.4.1 of the specification, CoerceArgumentValues), and neither graphql-js nor Apollo gives it a code.
 */
function isAboutAnArgument(error: GraphQLError): boolean {
  const said = unwrapResolverError(error);
  return said instanceof GraphQLError && ABOUT_AN_ARGUMENT.test(said.message) && said.nodes !== undefined;
}

const ABOUT_AN_ARGUMENT = /^Argument "(\w+)" of (?:non-null|required) type /;

/** Apollo's hook: what a client may know of an error, with its refusal. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const refused = unwrapResolverError(error);
  if (isRefusal(refused)) {
    return { ...located(formatted), message: refused.message, extensions: { ...extensionsOf(refused.toData()) } };
  }
  if (isDefect(error)) return { ...located(formatted), ...defect(traceIdIn(error)) };
  if (saysThatThereAreMore(error)) {
    const message = 'Further values are wrong, too; these are the first.';
    return { message, extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, ...invalid({ path: '', message }) } };
  }
  if (error instanceof GraphQLError && isAboutAnArgument(error)) {
    const [, argument = ''] = ABOUT_AN_ARGUMENT.exec(error.message) ?? [];
    const refused = invalid({ path: `/${argument}`, message: error.message });
    return { ...formatted, extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, ...refused } };
  }
  // Apollo gives whatever a validation rule reports the same code.
  if (formatted.extensions?.['limit'] !== undefined) {
    return { ...formatted, extensions: { ...formatted.extensions, code: LIMIT_EXCEEDED } };
  }
  const told = toldOf(formatted);
  const refusal = formatted.extensions?.['refusal'] ? undefined : refusalOfGraphqlItself(told, error);
  return {
    ...formatted,
    message: shortened(told.message),
    ...(refusal && { extensions: { ...formatted.extensions, ...refusal } }),
  };
}

/** The answer to a defect: where to look for it in our logs, and nothing else. */
export function defect(traceId: string | undefined): GraphQLFormattedError {
  return {
    message: 'Something went wrong on our side.',
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR, ...(traceId !== undefined && { traceId }) },
  };
}

function located({ path, locations }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  return { ...(path && { path }), ...(locations && { locations }) };
}

function traceIdIn(error: unknown): string | undefined {
  const traceId = error instanceof GraphQLError ? error.extensions['traceId'] : undefined;
  return typeof traceId === 'string' ? traceId : undefined;
}

type GivenRefusal = Pick<RefusedExtensions, 'refusal' | 'details'>;

/** What the type system and the protocol refuse by themselves, in the words that all API styles share. */
function refusalOfGraphqlItself(
  { message, extensions }: GraphQLFormattedError,
  error: unknown,
): GivenRefusal | undefined {
  switch (extensions?.['code']) {
    case ApolloServerErrorCode.GRAPHQL_PARSE_FAILED:
      if (TOO_MANY_TOKENS.test(message)) return invalid({ path: '', message });
      return { refusal: 'unreadable', details: { reason: shortened(message) } };
    case ApolloServerErrorCode.BAD_REQUEST:
      // 405, 406 and 415 are HTTP's own refusals; what remains is a body that is no GraphQL request.
      return httpStatusIn(error) > 400 ? undefined : { refusal: 'unreadable', details: { reason: shortened(message) } };
    case ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE:
    case ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND:
      return { refusal: 'operation-unknown', details: { operation: message } };
    case ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED: {
      const [, operation] = /^Cannot query field "(\w+)" on type "(?:Query|Mutation)"/.exec(message) ?? [];
      if (operation !== undefined) return { refusal: 'operation-unknown', details: { operation } };
      return invalid({ path: pathOfNode(error), message });
    }
    case ApolloServerErrorCode.BAD_USER_INPUT:
      return invalid(variableError(message, error));
    default:
      return undefined;
  }
}

/** Where the parser stops (`maxTokens`): the document may be readable, but nobody reads it. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that \d+ tokens/;

function invalid({ path, message }: FieldError): GivenRefusal {
  return { refusal: 'invalid-input', details: { errors: [{ path, message: shortened(message) }] } };
}

/** What a client is told of it: what is wrong, and neither names to guess nor how this server is set up. */
function toldOf(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (formatted.extensions?.['code'] === ApolloServerErrorCode.BAD_USER_INPUT) return unhinted(formatted);
  const isIntrospection =
    formatted.extensions?.['validationErrorCode'] === ApolloServerValidationErrorCode.INTROSPECTION_DISABLED;
  return isIntrospection ? { ...formatted, message: 'This server does not tell its schema.' } : formatted;
}

/** Apollo takes the names out of what validation says, where the schema is not told, and leaves them to variables. */
function unhinted(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return { ...formatted, message: formatted.message.replace(/ Did you mean [^?]*\?$/, '') };
}

/** graphql-js quotes what it refuses, whole: half a megabyte that was wrong would come back twice. */
function shortened(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}…`;
}

/** Characters. */
const LONGEST_MESSAGE = 500;

function httpStatusIn(error: unknown): number {
  const http = error instanceof GraphQLError ? error.extensions['http'] : undefined;
  return (http as { readonly status?: number } | undefined)?.status ?? 400;
}

/** Where validation stumbled: the name of the argument or input field, as far as the error knows it. */
function pathOfNode(error: unknown): string {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  return node?.kind === Kind.OBJECT_FIELD || node?.kind === Kind.ARGUMENT ? `/${node.name.value}` : '';
}

/**
 * `Variable "$input" got invalid value … at "input.lines[0].quantity"; Int cannot …` as a field error. Pointers into a
 * mutation's `input` begin at its members, as in all API styles.
 */
function variableError(message: string, error: unknown): FieldError {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return { path: '', message };
  const cut = message.lastIndexOf('; ');
  const said = cut < 0 ? message : message.slice(cut + 2);
  const [, at] = / at "([\w.[\]]+)"$/.exec(message.slice(0, Math.max(cut, 0))) ?? [];
  const [, uninvited] = /^Field "(\w+)" is not defined/.exec(said) ?? [];
  const [, missing] = /^Field "(\w+)" of required type/.exec(said) ?? [];
  const steps = [
    ...(at ?? node.variable.name.value).split(/[.[\]]+/).filter(Boolean),
    uninvited ?? missing ?? [],
  ].flat();
  const named = node.type.kind === Kind.NON_NULL_TYPE ? node.type.type : node.type;
  const insideInput = named.kind === Kind.NAMED_TYPE && named.name.value.endsWith('Input');
  return {
    path: steps
      .slice(insideInput ? 1 : 0)
      .map((step) => `/${step}`)
      .join(''),
    message: said,
  };
}

/** A refusal's top-level error outside of any execution, as the body of an HTTP answer. */
export function errorBodyOf(refusal: Refusal): { readonly errors: readonly GraphQLFormattedError[] } {
  return { errors: [{ message: refusal.message, extensions: { ...extensionsOf(refusal.toData()) } }] };
}
