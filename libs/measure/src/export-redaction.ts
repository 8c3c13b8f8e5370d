import { isMeasured, type Comparison } from './comparison.ts';
import type { HeaderField } from './run.ts';

/** Header fields whose values let somebody in. */
const CREDENTIAL_FIELDS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie']);
/** What is shorter is an ordinary word, and would tear holes into everything else. */
const LEAST_SECRET_CHARACTERS = 8;
const HEADER_LISTS = new Set(['requestHeaders', 'responseHeaders']);
export const REDACTED = '[redacted]';

/** RFC 6750 §2.1, `b64token`. */
const BEARER = /\bBearer\s+[\w.~+/-]+=*/giu;
/** RFC 7519: three parts in base64url, of which the first is a JSON object and so begins with `eyJ`. */
const WEB_TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/gu;

/**
 * A comparison that may leave the machine. The recorder keeps no credential; what a server echoes in an answer or a
 * complaint it cannot know, so that every text is looked through once more.
 */
export function withoutCredentials(comparison: Comparison): Comparison {
  const secrets = new Set<string>();
  for (const { run } of comparison.cells.filter(isMeasured)) {
    for (const { requestHeaders, responseHeaders } of run.exchanges) {
      for (const [name, value] of [...requestHeaders, ...responseHeaders]) {
        if (isCredential(name) && value !== REDACTED) secrets.add(value).add(value.replace(/^\w+\s+/u, ''));
      }
    }
  }
  // The longest first: of `Bearer abc` nothing may be left over because `abc` was found before.
  const known = [...secrets]
    .filter((secret) => secret.length >= LEAST_SECRET_CHARACTERS)
    .sort((one, other) => other.length - one.length);
  return cleaned(comparison, known) as Comparison;
}

function cleaned(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    const cleanText = secrets.reduce((text, secret) => text.replaceAll(secret, REDACTED), value);
    return cleanText.replaceAll(BEARER, `Bearer ${REDACTED}`).replaceAll(WEB_TOKEN, REDACTED);
  }
  if (Array.isArray(value)) return value.map((item) => cleaned(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const isHeaders = HEADER_LISTS.has(name) && Array.isArray(member);
    return [name, cleaned(isHeaders ? member.map(withoutValue) : member, secrets)];
  });
  return Object.fromEntries(members);
}

function withoutValue(field: HeaderField): HeaderField {
  return isCredential(field[0]) ? [field[0], REDACTED] : field;
}

function isCredential(name: string): boolean {
  return CREDENTIAL_FIELDS.has(name.toLowerCase());
}
