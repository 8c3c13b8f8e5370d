import type { RunExchange } from './run.ts';

/**
 * The content codings (RFC 9110 §8.4) in which bodies travelled, each once, in the order of the alphabet: `br, identity`.
 * What the cache had ready travelled in none, and where nothing else did, that is `identity`.
 */
export function encodingOf(exchanges: readonly RunExchange[]): string {
  const codings = exchanges.filter(({ bytes }) => bytes.responseBodyWire > 0).map(codingOf);
  return [...new Set(codings)].toSorted().join(', ') || 'identity';
}

/** In words, of bodies: `compressed (br)`, `partly compressed (br)` where others travelled as they are, `uncompressed`. */
export function encodingText(encoding: string): string {
  const codings = encoding.split(', ');
  const compressing = codings.filter((coding) => coding !== 'identity');
  if (compressing.length === 0) return 'uncompressed';
  return `${codings.includes('identity') ? 'partly ' : ''}compressed (${compressing.join(', ')})`;
}

function codingOf({ responseHeaders }: RunExchange): string {
  return responseHeaders.find(([name]) => name === 'content-encoding')?.[1].toLowerCase() ?? 'identity';
}
