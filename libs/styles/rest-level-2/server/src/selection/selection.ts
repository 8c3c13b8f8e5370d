import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { OperationName } from '@rungs/application';
import { type FieldError, isRefusal, refuseInvalid, Refusal } from '@rungs/domain';
import { made, withDigest } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, map, type Observable } from 'rxjs';
import { membersWith } from './members.ts';
import { firstUnknown, type Names, namesOf, NO_NAMES, outermost, pruned } from './names.ts';
import { EXPANDABLE, namesOfParts, type Parts } from './parts.ts';

/** More than anything of ours has members. */
const MAX_NAMES = 100;

/** What of an answer a client wants: `?fields=id,restaurant.name&expand=restaurant`. */
export interface Selection {
  /** The members to keep; all of them when absent. */
  readonly fields?: readonly string[];
  /** The parts to bring along, none where one of them is none. */
  readonly expand: Names;
  readonly errors: readonly FieldError[];
}

/** Reads what a client selects of an operation's answer, out of a query string or a QUERY's content. */
export function selectionOf(operation: OperationName, asked: Readonly<Record<string, unknown>>): Selection {
  const errors: FieldError[] = [];
  const parts: Parts = EXPANDABLE[operation] ?? {};
  const expandable = namesOfParts(parts);
  const expanded = namesIn(asked['expand'], '/expand', errors, (path) => {
    if (expandable.includes(path)) return undefined;
    const which = expandable.length === 0 ? 'nothing can' : `these can: ${expandable.join(', ')}`;
    return `${shown(path)} cannot be expanded here; ${which}`;
  });
  const expand = expanded ? namesOf(expanded) : NO_NAMES;
  let members: Names | undefined;
  const fields = namesIn(asked['fields'], '/fields', errors, (path) => {
    // What may have been meant to be expanded is told once.
    members ??= membersWith(operation, errors.length > 0 ? namesOf(expandable) : expand, parts);
    const unknown = firstUnknown(path, members);
    if (unknown === undefined) return undefined;
    return `there is no member ${shown(unknown)} here${expandable.includes(unknown) ? ', unless it is expanded' : ''}`;
  });
  if (fields?.size === 0) errors.push({ path: '/fields', message: 'must name at least one member' });
  return { expand, errors, ...(fields && { fields: outermost(fields) }) };
}

/** The names in a list, or the texts of a query string that may hold several each; undefined when there are none. */
function namesIn(
  asked: unknown,
  path: string,
  errors: FieldError[],
  errorOf: (name: string) => string | undefined,
): ReadonlySet<string> | undefined {
  if (asked === undefined || asked === null) return undefined;
  if (!Array.isArray(asked) || asked.some((name) => typeof name !== 'string')) {
    errors.push({ path, message: 'must be a list of names' });
    return undefined;
  }
  if (asked.length > MAX_NAMES) {
    errors.push({ path, message: `must have at most ${MAX_NAMES} names` });
    return undefined;
  }
  const names = new Set(asked as readonly string[]);
  for (const name of names) {
    const message = errorOf(name);
    if (message === undefined) continue;
    errors.push({ path, message });
    return undefined;
  }
  return names;
}

/** Enough of a name to be recognised by whoever wrote it. */
function shown(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}

/** What a request says about what it wants to be answered: a QUERY in its content, everything else in its URI. */
function askedBy({ method, query, body }: FastifyRequest): Readonly<Record<string, unknown>> {
  if (method === 'QUERY') return ((typeof body === 'object' ? body : null) as Record<string, unknown>) ?? {};
  const { fields, expand } = query as Readonly<Record<string, unknown>>;
  return { fields: fields === undefined ? undefined : textsIn(fields), expand: textsIn(expand ?? '') };
}

/** `a,b`, or a text for each, or both. */
function textsIn(texts: unknown): readonly string[] {
  return [texts].flat().flatMap((text) => (text === '' ? [] : String(text).split(',')));
}

/**
 * Leaves of what is answered what was asked for. That this made no sense is said last, as of all input: whatever else
 * there was to refuse comes first, and other errors of the input beside it.
 */
class Selects implements NestInterceptor {
  constructor(private readonly operation: OperationName) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { fields = [], errors } = selectionOf(this.operation, askedBy(http.getRequest<FastifyRequest>()));
    if (fields.length === 0 && errors.length === 0) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!isRefusal(error, 'invalid-input')) throw error;
        throw new Refusal('invalid-input', { errors: [...error.details.errors, ...errors] });
      }),
      map((answer: unknown) => {
        refuseInvalid(errors);
        const etag = reply.getHeader('etag');
        // RFC 9110 §8.8.3: another selection is another representation, and has a validator of its own.
        if (typeof etag === 'string') void reply.header('etag', withDigest(etag, fields));
        const names = namesOf(fields);
        return () => selected(made(answer), names);
      }),
    );
  }
}

/** Of a page the items are what is selected from: where it lies in its list is always told. */
function selected(answer: unknown, names: Names): unknown {
  const { items, page } = answer as { readonly items?: unknown; readonly page?: unknown };
  return items !== undefined && page !== undefined ? { items: pruned(items, names), page } : pruned(answer, names);
}

/** What is answered here may be had in part (`fields`), and with other things in it (`expand`: `EXPANDABLE`). */
export function Selectable(operation: OperationName): MethodDecorator {
  return UseInterceptors(new Selects(operation)) as MethodDecorator;
}

/** Controller parameter, where `Selectable`: the parts to bring along, none where one of them is none. */
export const Expand = createParamDecorator(
  (operation: OperationName, context: ExecutionContext): Names =>
    selectionOf(operation, askedBy(context.switchToHttp().getRequest<FastifyRequest>())).expand,
);
