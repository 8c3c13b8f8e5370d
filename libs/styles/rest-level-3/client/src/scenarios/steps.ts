import type { OperationName } from '@rungs/application';
import { NotOfferedError, type Answered, type ProgramContext } from '@rungs/scenarios';
import { filledIn } from '../form.ts';
import { formsOf, headersFor, resourceOf, submission, type Form, type Resource, type Wanted } from '../hypermedia.ts';
import { offered, type Asked } from '../walker.ts';

/** Where a program stands: a resource, and the number of the exchange that brought it, unless it began with it. */
export interface Step {
  readonly resource: Resource;
  readonly n?: number;
}

/** One that was taken in this program. */
export interface Taken extends Step {
  readonly n: number;
}

/** What client programs of level 3 do, through the recorder: links that were given, and forms. */
export class Steps {
  constructor(private readonly context: ProgramContext) {}

  /** By a link that the program holds. */
  async open(
    label: string,
    href: string,
    { dependsOn = [], wanted }: { readonly dependsOn?: readonly number[]; readonly wanted?: Wanted } = {},
  ): Promise<Taken> {
    const headers = headersFor(this.context, wanted);
    return takenTo(href, await this.context.asking.fetch(label, dependsOn, href, { headers }));
  }

  async follow(label: string, from: Step, operation: OperationName, relation: string): Promise<Taken> {
    return this.open(label, offered(operation, from.resource, relation), { dependsOn: needed(from) });
  }

  /** Fills in the form that the resource has for the operation. */
  async submit(label: string, from: Step, operation: OperationName, asked: Asked = {}): Promise<Taken> {
    const form = formsOf(from.resource)[operation];
    const fields = form && filledIn(form, asked);
    if (!form || !fields) throw new NotOfferedError(operation);
    return this.send(label, from, form, fields);
  }

  /** A form that was filled in already. */
  async send(label: string, from: Step, form: Form, fields: Readonly<Record<string, unknown>>): Promise<Taken> {
    const { url, init } = submission(this.context, from.resource, form, fields);
    return takenTo(url, await this.context.asking.fetch(label, needed(from), url, init));
  }
}

/** The resource as it came, for who reads single members of it: taking the controls out reads all of them. */
export function shown<T>({ body }: Resource): T {
  return body as unknown as T;
}

async function takenTo(url: string, { n, response }: Answered): Promise<Taken> {
  return { n, resource: await resourceOf(url, response) };
}

function needed({ n }: Step): readonly number[] {
  return n === undefined ? [] : [n];
}
