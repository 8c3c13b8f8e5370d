import { Refusal } from '@rungs/domain';
import { preferencesOf, sayApplied } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Relation } from './hal.ts';
import { VARY } from './level.ts';
import { uris } from './paths.ts';

// What is behind a link comes with it when a client asks for that, and then whole: just as its own address says it, with
// its links and forms. A client asks by a preference, which goes with any link
// (draft-inadarei-prefer-transclude, an expired Internet-Draft),
//
//   Prefer: transclude="item;rungs:restaurant"
//
// or, where it cannot set header fields, in a template's variable: ?embed=item,rungs:restaurant

/** What can be embedded in a list: what it holds. */
export const ITEMS = ['item'] as const;

/** What of those relations that can be embedded here a client wants to be. */
export class Embedding<R extends Relation> {
  private constructor(
    /** In the order in which they are offered, each once: so that two ways to ask for the same are the same. */
    readonly relations: readonly R[],
    private readonly preferred: readonly R[],
    private readonly refusal: Refusal | undefined,
  ) {}

  /** @param offered all that can be embedded here, which bounds how much can be asked for */
  static askedBy<R extends Relation>(
    { headers, query }: Pick<FastifyRequest, 'headers' | 'query'>,
    offered: readonly R[],
  ): Embedding<R> {
    const named = namesIn([(query as { readonly embed?: string | readonly string[] }).embed ?? []].flat().join());
    const wished = namesIn(preferencesOf({ headers }).get('transclude') ?? '').map(inShort);
    const unknown = named.filter((name) => !(offered as readonly string[]).includes(name));
    const message = `must be ${offered.length === 1 ? String(offered[0]) : `any of ${offered.join(', ')}`}`;
    // RFC 7240 §2: a preference that is not understood is ignored. What an address says has to be.
    const refusal = unknown.length === 0 ? undefined : invalid(message);
    const preferred = offered.filter((relation) => wished.includes(relation));
    return new Embedding(
      offered.filter((relation) => preferred.includes(relation) || named.includes(relation)),
      preferred,
      refusal,
    );
  }

  has(relation: R): boolean {
    return this.relations.includes(relation);
  }

  /**
   * Refuses what an address wants in vain, and says what of the preferred was done (RFC 7240 §3). To be called when the
   * thing was found: what is wrong is said of what is there.
   */
  heeded(reply: FastifyReply): this {
    if (this.refusal) throw this.refusal;
    return this.said(reply);
  }

  /** The same of an answer to a change, which is not refused for how it shall be answered. */
  said(reply: FastifyReply): this {
    if (this.preferred.length > 0) sayApplied(reply, `transclude="${this.preferred.join(';')}"`);
    return this;
  }
}

/** What can be embedded depends on what is preferred (RFC 7240 §2). */
export const BY_PREFERENCE = { vary: `${VARY}, Prefer` };

function invalid(message: string): Refusal {
  return new Refusal('invalid-input', { errors: [{ path: '/embed', message }] });
}

/** The draft parts relations by semicolons, templates by commas (RFC 6570 §3.2.8). */
function namesIn(list: string): readonly string[] {
  return list.split(/[;,\s]+/).filter((name) => name !== '');
}

/** The draft wants extension relations as URIs; everybody writes them as HAL does, as CURIEs. Both are understood. */
function inShort(relation: string): string {
  const [before = '', after = ''] = uris.template('relation').split('{rel}');
  const path = relation.replace(/^https?:\/\/[^/]+/, '');
  return path.startsWith(before) && path.endsWith(after)
    ? `rungs:${path.slice(before.length, path.length - after.length)}`
    : relation;
}
