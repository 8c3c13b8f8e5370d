import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A part of an OpenAPI document. */
export type Part = Readonly<Record<string, unknown>>;

const ROOT = 'rungs:openapi';

/** RFC 6901 §3 and §6. */
export function pointerTo(...path: readonly string[]): string {
  return `#/${path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
}

/** An OpenAPI document that is served: finds what it says of a request, and holds values against its schemas. */
export class Description {
  /** Below which it describes everything: `/level2`. */
  readonly prefix: string;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #templates: readonly { readonly template: string; readonly pattern: RegExp }[];

  constructor(readonly document: Part) {
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ ...document, $id: ROOT });
    const [server] = document['servers'] as readonly { readonly url: string }[];
    this.prefix = server?.url ?? '';
    this.#templates = Object.keys(this.paths).map((template) => ({ template, pattern: patternOf(template) }));
  }

  get paths(): Readonly<Record<string, Part>> {
    return this.document['paths'] as Readonly<Record<string, Part>>;
  }

  /** `/orders/{orderId}` of `/level2/orders/0190…`; undefined when nothing is described there. */
  templateOf(path: string): string | undefined {
    if (!path.startsWith(`${this.prefix}/`)) return undefined;
    const below = path.slice(this.prefix.length);
    return this.#templates.find(({ pattern }) => pattern.test(below))?.template;
  }

  /** The part that a pointer, or a `$ref` on the way, leads to. */
  partAt(...path: readonly string[]): { readonly part: Part; readonly pointer: string } | undefined {
    let part: unknown = this.document;
    let at: string[] = [];
    for (const name of path) {
      part = (part as Part | undefined)?.[name];
      at.push(name);
      const { $ref } = (part ?? {}) as { readonly $ref?: string };
      if ($ref !== undefined) {
        at = $ref.slice(2).split('/').map(decodeURIComponent);
        part = at.reduce<unknown>((held, each) => (held as Part | undefined)?.[each], this.document);
      }
    }
    return typeof part === 'object' && part !== null ? { part: part as Part, pointer: pointerTo(...at) } : undefined;
  }

  /** What is wrong with a value by the schemas at these pointers, of which it has to fit one; undefined when nothing. */
  errorsBy(pointers: readonly string[], value: unknown): string | undefined {
    const key = pointers.join(' ');
    const validate =
      this.#validators.get(key) ?? this.#ajv.compile({ anyOf: pointers.map((pointer) => ({ $ref: ROOT + pointer })) });
    this.#validators.set(key, validate);
    return validate(value) ? undefined : this.#ajv.errorsText(validate.errors?.slice(0, 6));
  }
}

function patternOf(template: string): RegExp {
  const source = template
    .split(/\{\w+\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${source}$`);
}
