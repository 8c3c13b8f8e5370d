import type { Command } from '@rungs/application';
import { Refusal, subjectOf, type RefusalOf } from '@rungs/domain';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** A request that carries an idempotency key, as it is kept. */
export interface KeyedRequest {
  readonly subject: string;
  readonly key: string;
  readonly operation: string;
  /** SHA-256 of the canonical input, in hexadecimal. */
  readonly fingerprint: string;
  readonly idempotencyKey: string;
}

interface KeptRecord {
  readonly operation: string;
  readonly fingerprint: string;
  readonly outcome: { readonly value?: unknown } | null;
  readonly refusal: RefusalOf | null;
}

export type Kept = { readonly outcome: unknown } | { readonly refusal: Refusal };

const MAX_KEY_CHARACTERS = 200;

export function keyedRequestOf({
  actor,
  operation,
  idempotencyKey,
  fingerprint,
}: Pick<Command<unknown, unknown>, 'actor' | 'operation' | 'idempotencyKey' | 'fingerprint'>):
  KeyedRequest | undefined {
  if (idempotencyKey === undefined) return undefined;
  return {
    subject: subjectOf(actor),
    // A longer key would not fit into the index; its hash tells keys apart just as well.
    key: idempotencyKey.length <= MAX_KEY_CHARACTERS ? idempotencyKey : `sha256:${sha256(idempotencyKey)}`,
    operation,
    fingerprint: sha256(fingerprint),
    idempotencyKey,
  };
}

/** What was answered to this request before; throws `idempotency-conflict` when the key is another request's. */
export async function recall(manager: EntityManager, request: KeyedRequest): Promise<Kept | undefined> {
  const { subject, key, operation, fingerprint, idempotencyKey } = request;
  const [kept] = (await manager.query(
    'SELECT operation, fingerprint, outcome, refusal FROM idempotency_record WHERE subject = $1 AND key = $2',
    [subject, key],
  )) as KeptRecord[];
  if (!kept) return undefined;
  if (kept.operation !== operation || kept.fingerprint !== fingerprint) {
    throw new Refusal('idempotency-conflict', { idempotencyKey });
  }
  if (kept.refusal) return { refusal: new Refusal(kept.refusal.code, kept.refusal.details) };
  return { outcome: kept.outcome?.value };
}

/** Claims the key for this transaction, waiting for a parallel one that holds it; false when that one committed. */
export async function claim(manager: EntityManager, request: KeyedRequest): Promise<boolean> {
  const { subject, key, operation, fingerprint } = request;
  const claimed = (await manager.query(
    `INSERT INTO idempotency_record (subject, key, operation, fingerprint) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [subject, key, operation, fingerprint],
  )) as unknown[];
  return claimed.length > 0;
}

export async function keepOutcome(manager: EntityManager, request: KeyedRequest, value: unknown): Promise<void> {
  await manager.query('UPDATE idempotency_record SET outcome = $3 WHERE subject = $1 AND key = $2', [
    request.subject,
    request.key,
    JSON.stringify({ value }),
  ]);
}

export async function keepRefusal(manager: EntityManager, request: KeyedRequest, refusal: Refusal): Promise<void> {
  await manager.query('UPDATE idempotency_record SET refusal = $3 WHERE subject = $1 AND key = $2', [
    request.subject,
    request.key,
    JSON.stringify(refusal.toData()),
  ]);
}

/** Claims and keeps in one statement; false when the key is taken. */
export async function keepRefusalAlone(
  manager: EntityManager,
  request: KeyedRequest,
  refusal: Refusal,
): Promise<boolean> {
  const { subject, key, operation, fingerprint } = request;
  const kept = (await manager.query(
    `INSERT INTO idempotency_record (subject, key, operation, fingerprint, refusal) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [subject, key, operation, fingerprint, JSON.stringify(refusal.toData())],
  )) as unknown[];
  return kept.length > 0;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
