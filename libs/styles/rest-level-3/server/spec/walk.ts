import type { Form } from '../src/forms.ts';
import type { Link } from '../src/hal.ts';

/** What a HAL client reads. */
export interface HalDocument {
  readonly _links?: Readonly<Record<string, Link | readonly Link[]>>;
  readonly _embedded?: Readonly<Record<string, HalDocument | readonly HalDocument[]>>;
  readonly _templates?: Readonly<Record<string, Form>>;
  readonly [member: string]: unknown;
}

export interface Met {
  readonly href: string;
  readonly document: HalDocument;
}

/** Of documents that differ in their ids alone so many are looked at. */
const MOST_OF_A_KIND = 2;

/**
 * Reads what the links of the entry point lead to, and so on, until each kind of document has been met. A template is
 * filled in with nothing where all that it takes may be left out, and else not followed.
 */
export async function walk(entryPoint: string, read: (href: string) => Promise<Response>): Promise<readonly Met[]> {
  const queue = [entryPoint];
  const visited = new Set(queue);
  const perKind = new Map<string, number>();
  const met: Met[] = [];
  for (let href = queue.shift(); href !== undefined; href = queue.shift()) {
    const answer = await read(href);
    if (!answer.ok) throw new Error(`${href} answers ${answer.status}.`);
    if (!answer.headers.get('content-type')?.includes('hal')) {
      await answer.body?.cancel();
      continue;
    }
    const document = (await answer.json()) as HalDocument;
    met.push({ href, document });
    for (const next of linksOf(document)) {
      const count = perKind.get(kindOf(next)) ?? 0;
      if (visited.has(next) || count >= MOST_OF_A_KIND) continue;
      perKind.set(kindOf(next), count + 1);
      visited.add(next);
      queue.push(next);
    }
  }
  return met;
}

function linksOf({ _links = {}, _embedded = {} }: HalDocument): readonly string[] {
  const own = Object.entries(_links)
    .filter(([relation]) => relation !== 'curies' && relation !== 'profile')
    .flatMap(([, held]) => [held].flat())
    // An image, or a stream of events that goes on until its order is over: no documents.
    .filter(({ type = 'hal' }) => type.includes('hal'))
    .map(({ href, templated }) => (templated ? href.replace(/\{\?[^}]*\}$/, '') : href))
    .filter((href) => !href.includes('{'));
  return [...own, ...Object.values(_embedded).flat().flatMap(linksOf)];
}

function kindOf(href: string): string {
  return href.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}').replaceAll(/=[^&]*/g, '');
}

/** A document and all that is embedded in it. */
export function partsOf(document: HalDocument): readonly HalDocument[] {
  return [
    document,
    ...Object.values(document._embedded ?? {})
      .flat()
      .flatMap(partsOf),
  ];
}
