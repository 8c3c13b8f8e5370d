import type { OperationName } from '@rungs/application';
import { parse, print, visit } from 'graphql';
import { format } from 'prettier';
import { controlBefore, placeOf } from './address.ts';
import { anchorOf } from './operations-page.ts';
import type { Exchange, Recorded, StyleRecording } from './record.ts';
import { parsedJson, printedJson } from './shape.ts';

// How one recorded request is told to people: the same in the Postman collection and in the editors' files.

/** The photo of the examples, as a file beside the documents. */
export const PHOTO_FILE = 'dish.png';

/** A request of an example: the one that it is about, or one on the way to it. */
export interface Told {
  readonly recorded: Recorded;
  readonly exchange: Exchange;
  readonly isLast: boolean;
  /** `cancelOrder, refused: what is on its way cannot be called back`. */
  readonly title: string;
}

/** Every request of an example, in order, with its title. */
export function toldOf(recorded: Recorded): readonly Told[] {
  const { example, exchanges, entry, isNotOffered } = recorded;
  // Refused before anything was sent: what says so is the entry point.
  const sent = exchanges.length === 0 && entry ? [entry] : exchanges;
  return sent.map((exchange, index) => {
    const isLast = index === sent.length - 1;
    const how = !isLast ? ', on the way' : isNotOffered ? ', not offered' : example.refused ? ', refused' : '';
    const what = isLast ? example.says : (wayOf(recorded, index) ?? placeOf(exchange.path)?.resource ?? 'the thing');
    return { recorded, exchange, isLast, title: `${example.operation}${how}: ${what}` };
  });
}

/** The entry point, in a style that has one, as the first actor sees it. */
export function toldOfEntry({ chapters }: StyleRecording): Told | undefined {
  const recorded = chapters.flatMap((chapter) => chapter.recorded).find(({ entry }) => entry !== undefined);
  if (!recorded?.entry) return undefined;
  const title = `The entry point, as ${recorded.example.as} sees it: all that follows can be reached from here`;
  return { recorded, exchange: recorded.entry, isLast: false, title };
}

function wayOf(recorded: Recorded, index: number): string | undefined {
  const way = controlBefore(recorded, index);
  return way && `the ${way.kind} ${way.name}`;
}

/** The form that the next request submits. */
export function formAfter({ recorded, exchange, isLast }: Told): string | undefined {
  const index = recorded.exchanges.indexOf(exchange);
  const next = isLast || index === -1 ? undefined : controlBefore(recorded, index + 1);
  return next?.kind === 'form' ? next.name : undefined;
}

/** Where the operation stands in the page about all of them. */
export function seeAlso(operation: OperationName): string {
  return `See docs/operations.md#${anchorOf(operation)}.`;
}

export interface GraphqlBody {
  readonly query: string;
  readonly variables: string;
}

/** The document and the variables, both laid out to be read. */
export async function graphqlBodyOf({ body }: Exchange): Promise<GraphqlBody> {
  const { query, variables } = parsedJson(String(body)) as { readonly query: string; readonly variables: unknown };
  return { query: await laidOut(query), variables: printedJson(variables) };
}

/**
 * A document as people write it: with code and message of a refusal, but not with every detail that one of the many
 * may have.
 */
export async function laidOut(query: string): Promise<string> {
  const short = visit(parse(query), {
    InlineFragment: ({ typeCondition }) => (typeCondition?.name.value.endsWith('Refusal') ? null : undefined),
  });
  return (await format(print(short), { parser: 'graphql', printWidth: 100 })).trimEnd();
}

/** The name of a GraphQL document's operation. */
export function documentName(query: string): string {
  return /^\s*(?:query|mutation|subscription)\s+(\w+)/.exec(query)?.[1] ?? '';
}

export function isJson({ headers }: Exchange): boolean {
  return headers['content-type']?.includes('json') ?? false;
}
