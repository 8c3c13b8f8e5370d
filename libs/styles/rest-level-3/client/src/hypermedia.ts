import type { RefusalJson } from '@rungs/json';
import { RefusedError, UnexpectedAnswerError, type ClientOptions } from '@rungs/scenarios';
import { parseTemplate } from 'url-template';

// A client of HAL and HAL-FORMS that knows neither an address nor a form: both are read from what the server sent.

export interface Link {
  readonly href: string;
  readonly templated?: boolean;
}

export interface FormProperty {
  readonly name: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly minLength?: number;
  readonly value?: unknown;
}

export interface Form {
  readonly method?: string;
  readonly target?: string;
  readonly contentType?: string;
  readonly properties?: readonly FormProperty[];
}

interface HalBody {
  readonly _links?: Readonly<Record<string, Link | readonly Link[]>>;
  readonly _embedded?: Readonly<Record<string, HalBody | readonly HalBody[]>>;
  readonly _templates?: Readonly<Record<string, Form>>;
}

/** What the server answered, and from where: relative links start there. */
export interface Resource {
  readonly url: string;
  readonly body: HalBody;
}

const ACCEPT = 'application/prs.hal-forms+json';

/** Relations whose things a client would like to have with the resource that links to them. */
export type Wanted = readonly string[];

export function headersFor(
  { accessToken }: Pick<ClientOptions, 'accessToken'>,
  wanted: Wanted = [],
): Record<string, string> {
  return {
    accept: ACCEPT,
    ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    // draft-inadarei-prefer-transclude, an expired Internet-Draft: a server may heed it or not.
    ...(wanted.length > 0 && { prefer: `transclude="${wanted.join(';')}"` }),
  };
}

/** The resource in an answer; throws the refusal that a problem document carries (RFC 9457). */
export async function resourceOf(url: string, response: Response): Promise<Resource> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && /^application\/(prs\.hal-forms|hal)\+json/.test(type)) {
    return { url, body: (await response.json()) as HalBody };
  }
  if (!type.startsWith('application/problem+json')) throw new UnexpectedAnswerError(`${response.status} ${type}`);
  const problem = (await response.json()) as Partial<Problem>;
  // `about:blank` (RFC 9457 §4.2.1): HTTP said no, or the server failed; no rule refused anything.
  if (problem.code === undefined) throw new UnexpectedAnswerError(`${response.status} ${problem.detail ?? ''}`);
  throw new RefusedError(refusalOf(problem as Problem), response.status);
}

export interface Problem {
  readonly code: RefusalJson['code'];
  readonly detail: string;
  readonly [member: string]: unknown;
}

/** The members that RFC 9457 §3.1 defines, and the ways on; all others are the refusal's own details. */
const STANDARD_MEMBERS = new Set(['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId', '_links']);

/** The refusal that a problem document carries. */
export function refusalOf(problem: Problem): RefusalJson {
  const details = Object.fromEntries(Object.entries(problem).filter(([name]) => !STANDARD_MEMBERS.has(name)));
  return { code: problem.code, message: problem.detail, details } as RefusalJson;
}

/** Where a link leads, absolute, its template filled in (RFC 6570); undefined when the server offered none. */
export function hrefOf({ url, body }: Resource, relation: string, variables: object = {}): string | undefined {
  const [offered] = [body._links?.[relation] ?? []].flat() as readonly Link[];
  if (offered === undefined) return undefined;
  const href = offered.templated
    ? parseTemplate(offered.href).expand(variables as Record<string, string>)
    : offered.href;
  return new URL(href, url).href;
}

/** Where all links of a relation lead, absolute. */
export function hrefsOf({ url, body }: Resource, relation: string): readonly string[] {
  const links = [body._links?.[relation] ?? []].flat() as readonly Link[];
  return links.map(({ href }) => new URL(href, url).href);
}

/** The members of a resource, without its controls. */
export function membersOf<T>({ body }: Resource): T {
  const { _links, _embedded, _templates, ...members } = body;
  return members as T;
}

/** What is embedded under a relation, each a resource of its own. */
export function embeddedIn({ url, body }: Resource, relation: string): readonly Resource[] {
  const embedded = body._embedded?.[relation] ?? [];
  return ([embedded].flat() as readonly HalBody[]).map((part) => ({ url, body: part }));
}

export function formsOf({ body }: Resource): Readonly<Record<string, Form>> {
  return body._templates ?? {};
}

export async function get(options: ClientOptions, url: string, wanted?: Wanted): Promise<Resource> {
  return resourceOf(url, await options.fetch(url, { headers: headersFor(options, wanted) }));
}

/** What a link leads to that is no resource with links of its own: an image. */
export async function getFile(options: ClientOptions, url: string): Promise<{ type: string; bytes: Uint8Array }> {
  const response = await options.fetch(url, { headers: { ...headersFor(options), accept: '*/*' } });
  if (!response.ok) await resourceOf(url, response);
  const type = response.headers.get('content-type') ?? '';
  return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
}

export interface Submission {
  readonly url: string;
  readonly init: RequestInit;
}

/** What any form client would send: where and how the form says, with the fields that were filled in. */
export function submission(
  options: Pick<ClientOptions, 'accessToken'>,
  { url, body }: Resource,
  { method = 'GET', target, contentType = 'application/json' }: Form,
  fields: Readonly<Record<string, unknown>>,
  wanted?: Wanted,
): Submission {
  if (contentType !== 'application/json') throw new UnexpectedAnswerError(`A form wants ${contentType}.`);
  // HAL-FORMS: without a target the form goes to the resource itself.
  const href = new URL(target ?? hrefOf({ url, body }, 'self') ?? '', url);
  const headers = headersFor(options, wanted);
  // HAL-FORMS §5.1: what has no body says its fields in the query.
  if (['GET', 'HEAD', 'DELETE'].includes(method)) {
    href.search = queryOf(fields);
    return { url: href.href, init: { method, headers } };
  }
  const content = { headers: { ...headers, 'content-type': contentType }, body: JSON.stringify(fields) };
  return { url: href.href, init: { method, ...content } };
}

export async function submit(
  options: ClientOptions,
  resource: Resource,
  form: Form,
  fields: Readonly<Record<string, unknown>>,
  wanted?: Wanted,
): Promise<Resource> {
  const { url, init } = submission(options, resource, form, fields, wanted);
  return resourceOf(url, await options.fetch(url, init));
}

function queryOf(fields: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
}
