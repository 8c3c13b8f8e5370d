import CachePolicy from 'http-cache-semantics';
import type { CacheOutcome } from './run.ts';

/** Fields by their names in lower case. */
export type Fields = Readonly<Record<string, string>>;

export interface CacheRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Fields;
}

/** An answer with its whole body, decoded. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Fields;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface CachedAnswer {
  readonly outcome: CacheOutcome;
  /** As the one who asked sees it: 200 with the stored body, also where the server said 304. */
  readonly answer: WholeAnswer;
}

interface Stored {
  readonly policy: CachePolicy;
  /** The request's, for `Vary` to select by. */
  readonly requestHeaders: Fields;
  readonly answer: WholeAnswer;
}

/** A request that changes nothing on the server (RFC 9110 §9.2.1; QUERY: RFC 10008 §2). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY']);

/** Whoever asks like this keeps an own copy and wants the server's own answer; so does a browser's fetch. */
const OWN_CONDITIONS = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'if-range', 'range'];

/** One client's own cache (RFC 9111): what it holds, it holds for one person, and for as long as it lives. */
export class PrivateCache {
  readonly #stored = new Map<string, readonly Stored[]>();
  readonly #Policy: typeof CachePolicy;

  /** @param now milliseconds since the epoch: the clock that ages are reckoned by */
  constructor(now: () => number) {
    // Its constructor asks for the time already, so the clock cannot be a member of the object.
    this.#Policy = class extends CachePolicy {
      now(): number {
        return now();
      }
    };
  }

  /**
   * Answers from what is stored, asks whether that is still good, or asks for all of it.
   *
   * @param send asks the server, with the fields given
   */
  async answer(request: CacheRequest, send: (headers: Fields) => Promise<WholeAnswer>): Promise<CachedAnswer> {
    const { method, url, headers } = request;
    if (method !== 'GET' || OWN_CONDITIONS.some((field) => field in headers)) {
      const answer = await send(headers);
      if (!SAFE_METHODS.has(method)) this.#invalidate(url, answer);
      return { outcome: answer.status === 304 ? 'revalidated' : 'uncacheable', answer };
    }
    const stored = this.#selected(request);
    if (!stored) return this.#kept(request, await send(headers));
    if (stored.policy.satisfiesWithoutRevalidation(policyRequest(request))) {
      const { age } = onlyTexts(stored.policy.responseHeaders());
      return {
        outcome: 'fresh',
        answer: { ...stored.answer, headers: { ...stored.answer.headers, ...(age && { age }) } },
      };
    }
    const answer = await send(onlyTexts(stored.policy.revalidationHeaders(policyRequest(request))));
    return answer.status === 304 ? this.#revalidated(request, stored, answer) : this.#kept(request, answer);
  }

  /** What was stored for this address and for these selecting fields (§4.1), the latest of several. */
  #selected(request: CacheRequest): Stored | undefined {
    return this.#stored.get(keyOf(request.url))?.find((stored) => isSelected(stored, request));
  }

  #kept(request: CacheRequest, answer: WholeAnswer): CachedAnswer {
    const policy = new this.#Policy(policyRequest(request), policyResponse(answer), { shared: false });
    const mayBeKept = policy.storable() && isUsefulLater(policy, answer);
    this.#replace(request, mayBeKept ? { policy, answer, requestHeaders: request.headers } : undefined);
    return { outcome: mayBeKept ? 'miss' : 'uncacheable', answer };
  }

  /** §4.3.4: the stored answer's fields become those of the 304. */
  #revalidated(request: CacheRequest, stored: Stored, { headers }: WholeAnswer): CachedAnswer {
    const { policy, matches } = stored.policy.revalidatedPolicy(
      policyRequest(request),
      policyResponse({ status: 304, headers }),
    );
    const answer = { ...stored.answer, headers: { ...stored.answer.headers, ...withoutContent(headers) } };
    // Whoever gets a 304 for another version than its own has no other body than its own; it does not keep it.
    this.#replace(request, matches ? { policy, answer, requestHeaders: request.headers } : undefined);
    return { outcome: 'revalidated', answer };
  }

  #replace(request: CacheRequest, stored: Stored | undefined): void {
    const key = keyOf(request.url);
    const others = (this.#stored.get(key) ?? []).filter((other) => !isSelected(other, request));
    this.#stored.set(key, stored ? [stored, ...others] : others);
  }

  /** §4.4: what a change may have made wrong, here and where its answer points to on the same origin. */
  #invalidate(url: string, { status, headers }: WholeAnswer): void {
    if (status < 200 || status >= 400) return;
    this.#stored.delete(keyOf(url));
    for (const field of ['location', 'content-location']) {
      const target = headers[field];
      if (target === undefined || !URL.canParse(target, url)) continue;
      const named = new URL(target, url);
      if (named.origin === new URL(url).origin) this.#stored.delete(keyOf(named.href));
    }
  }
}

/** Without the fragment, which is never sent. */
function keyOf(url: string): string {
  return url.replace(/#.*$/s, '');
}

function policyRequest({ method, url, headers }: CacheRequest): CachePolicy.HttpRequest {
  return { method, url: keyOf(url), headers: { ...headers } };
}

/**
 * The library reads directives in lower case alone, and takes `must-revalidate` to mean that a fresh answer has to be
 * validated too. It is about stale ones (§5.2.2.2), which are never used here without asking.
 */
function policyResponse({ status, headers }: Pick<WholeAnswer, 'status' | 'headers'>): CachePolicy.HttpResponse {
  const { 'cache-control': directives, ...others } = headers;
  if (directives === undefined) return { status, headers: others };
  const read = directives
    .toLowerCase()
    .split(',')
    .filter((directive) => directive.trim() !== 'must-revalidate');
  return { status, headers: { ...others, 'cache-control': read.join() } };
}

/** The request's fields are those that `Vary` of the stored answer selects by. */
function isSelected({ answer, requestHeaders }: Stored, { headers }: CacheRequest): boolean {
  const names =
    answer.headers['vary']
      ?.trim()
      .toLowerCase()
      .split(/\s*,\s*/) ?? [];
  return names.every((name) => name !== '*' && requestHeaders[name] === headers[name]);
}

/** Without a lifetime and without a validator an answer is good for nobody but who asked. */
function isUsefulLater(policy: CachePolicy, { headers }: WholeAnswer): boolean {
  return headers['vary']?.trim() !== '*' && (policy.maxAge() > 0 || 'etag' in headers || 'last-modified' in headers);
}

/** A 304 describes the stored body by its validator alone. */
function withoutContent(headers: Fields): Fields {
  const ofTheBody = ['content-length', 'content-encoding', 'content-range', 'transfer-encoding'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheBody.includes(name)));
}

function onlyTexts(headers: CachePolicy.Headers): Fields {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
