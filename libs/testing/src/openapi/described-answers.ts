import { promisify } from 'node:util';
import { brotliDecompress, gunzip, zstdDecompress } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Description, type Part } from './description.ts';

/** Fields of every HTTP message, or of none of the application's: RFC 9110 §6.6, §8.3 to §8.6, RFC 9112 §6 and §9. */
const ANYBODYS = /^(?:date|connection|keep-alive|transfer-encoding|content-(?:length|type|encoding))$/;

const DECODE: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
  zstd: promisify(zstdDecompress),
};

/** Where a style that describes itself keeps its description. */
const DOCUMENTS = ['/level2/openapi.json'];

/** One answer as it goes out, and what it answers. */
interface Answer {
  readonly request: FastifyRequest;
  readonly status: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Decoded; undefined where it streams. */
  readonly body: Buffer | undefined;
}

/**
 * Holds every answer of a server against the OpenAPI documents that it serves itself: is the status described for this
 * address and method, the media type, the body, has it the fields it must have and none that nobody knows?
 */
export class DescribedAnswers {
  /** What was answered and is not described, so far. */
  readonly violations: string[] = [];
  readonly #descriptions: Description[] = [];

  /** Call after everything else that looks at answers. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onSend', async (request, reply, payload) => {
      const description = this.#descriptions.find(({ prefix }) => pathOf(request).startsWith(`${prefix}/`));
      if (description) await this.#check(description, request, reply, payload);
      return payload;
    });
  }

  /** Reads the documents, once the server is ready. */
  async learn(fastify: FastifyInstance, baseUrl: string): Promise<void> {
    for (const url of DOCUMENTS.filter((path) => fastify.hasRoute({ method: 'GET', url: path }))) {
      this.#descriptions.push(new Description((await (await fetch(baseUrl + url)).json()) as Part));
    }
  }

  async #check(
    description: Description,
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
  ): Promise<void> {
    const fields = reply.getHeaders();
    const isStream = typeof payload === 'object' && payload !== null && !Buffer.isBuffer(payload);
    const sent = isStream ? undefined : Buffer.from((payload ?? '') as string);
    const decode = DECODE[String(fields['content-encoding'])];
    const body = sent && decode && sent.length > 0 ? await decode(sent) : sent;
    for (const wrong of wrongWith({ request, status: reply.statusCode, fields, body }, description)) {
      this.violations.push(`${request.method} ${request.raw.url ?? ''} ${reply.statusCode}: ${wrong}`);
    }
  }
}

function pathOf({ raw }: FastifyRequest): string {
  return (raw.url ?? '/').split('?', 1)[0] as string;
}

function wrongWith(answer: Answer, description: Description): readonly string[] {
  const { request, status } = answer;
  const template = description.templateOf(pathOf(request));
  const method = request.method.toLowerCase();
  if (template === undefined || !(method in (description.paths[template] as Part))) {
    return wrongWithRefusal(answer, template !== undefined);
  }
  const found = description.partAt('paths', template, method, 'responses', String(status));
  if (!found) return ['a status that is not described'];
  const elsewhere = status < 400 ? [] : fieldsOf(description, template, method);
  return [...wrongFields(answer, found.part, elsewhere, description), ...wrongBody(answer, found, description)];
}

/** Where nothing is described, only HTTP refuses: RFC 9110 §15.5.5, and with `Allow` §15.5.6. */
function wrongWithRefusal({ status, fields, body }: Answer, isThere: boolean): string[] {
  if (status < 400 || status >= 500) return ['an answer where nothing is described'];
  const isProblem = fields['content-type'] === 'application/problem+json';
  const told = isProblem && body && body.length > 0 ? (JSON.parse(body.toString()) as Part) : undefined;
  return [
    ...(isProblem ? [] : ['no problem document']),
    ...(told && told['status'] !== status ? [`a problem of status ${String(told['status'])}`] : []),
    ...(isThere && status === 404 ? ['nothing is there, although it is described'] : []),
    ...(status === 405 && fields['allow'] === undefined ? ['no Allow'] : []),
  ];
}

/** The fields of all answers of an operation: what was on its way when it was refused may still be said. */
function fieldsOf(description: Description, template: string, method: string): readonly string[] {
  const at = ['paths', template, method, 'responses'];
  return Object.keys(description.partAt(...at)?.part ?? {}).flatMap((status) =>
    Object.keys(description.partAt(...at, status, 'headers')?.part ?? {}),
  );
}

function wrongFields(
  { fields }: Answer,
  response: Part,
  elsewhere: readonly string[],
  description: Description,
): string[] {
  const described = Object.entries((response['headers'] ?? {}) as Readonly<Record<string, Part>>);
  const wrong = described.flatMap(([name, held]) => {
    const at = String(held['$ref']).slice(2).split('/');
    const { required } = (description.partAt(...at)?.part ?? {}) as { readonly required?: boolean };
    const value = fields[name.toLowerCase()];
    if (value === undefined) return required ? [`no ${name}`] : [];
    const text = [value].flat().join(', ');
    const errors = description.errorsBy([description.partAt(...at, 'schema')!.pointer], typed(text, at, description));
    return errors === undefined ? [] : [`${name}: ${text}: ${errors}`];
  });
  const known = [...described.map(([name]) => name), ...elsewhere].map((name) => name.toLowerCase());
  const others = Object.keys(fields).filter((name) => !known.includes(name) && !ANYBODYS.test(name));
  return [...wrong, ...others.map((name) => `the field ${name}, which is not described`)];
}

function typed(text: string, at: readonly string[], description: Description): unknown {
  return description.partAt(...at, 'schema')?.part['type'] === 'integer' ? Number(text) : text;
}

function wrongBody(
  answer: Answer,
  found: { readonly part: Part; readonly pointer: string },
  description: Description,
): string[] {
  const { request, fields, body } = answer;
  if (body === undefined) return [];
  const content = found.part['content'] as Readonly<Record<string, Part>> | undefined;
  if (request.method === 'HEAD') return [];
  if (body.length === 0 && String(fields['preference-applied']).includes('return=minimal')) return [];
  if (content === undefined) return body.length === 0 ? [] : ['a body where none is described'];
  const mediaType = String(fields['content-type']).split(';', 1)[0] as string;
  const described = content[mediaType];
  if (!described) return [`the media type ${mediaType}, which is not described`];
  const isJson = /\bjson$/.test(mediaType);
  if (!isJson && !mediaType.startsWith('text/')) return [];
  const at = [...found.pointer.slice(2).split('/').map(decodedPointer), 'content', mediaType, 'schema'];
  const value: unknown = isJson ? JSON.parse(body.toString()) : body.toString();
  const errors = description.errorsBy(alternativesAt(at, request, description), value);
  return errors === undefined ? [] : [`${errors} in ${body.toString().slice(0, 300)}`];
}

function decodedPointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The schemas that an answer to this request may fit: without those that are for requests with other parameters. */
function alternativesAt(at: readonly string[], request: FastifyRequest, description: Description): readonly string[] {
  const { part, pointer } = description.partAt(...at)!;
  const alternatives = part['anyOf'] as readonly Part[] | undefined;
  if (!alternatives) return [pointer];
  const said = {
    ...(request.query as object),
    ...(request.method === 'QUERY' && (request.body as object | undefined)),
  };
  return alternatives.flatMap((_alternative, index) => {
    const found = description.partAt(...at, 'anyOf', String(index))!;
    const onlyWith = found.part['x-only-with'] as readonly string[] | undefined;
    return onlyWith && !onlyWith.some((name) => name in said) ? [] : [found.pointer];
  });
}
