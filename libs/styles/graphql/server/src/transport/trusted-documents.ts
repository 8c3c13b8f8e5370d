import { TRUSTED_DOCUMENTS } from './trusted-documents.generated.ts';

/** Whether the manifest of our own clients' documents holds one with this SHA-256 (hexadecimal). */
export function isTrusted(sha256Hash: string): boolean {
  return TRUSTED_DOCUMENTS.has(sha256Hash);
}

/** The text of that document. */
export function trustedText(sha256Hash: string): string | undefined {
  return TRUSTED_DOCUMENTS.get(sha256Hash);
}
