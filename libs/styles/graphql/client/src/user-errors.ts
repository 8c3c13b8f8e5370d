import type { RefusalJson } from '@rungs/json';
import { refusalJson } from './exchange.ts';

/** What a mutation's payload says instead of a result: code, sentence, and what the refusal's own type adds. */
export interface UserError {
  /** `STALE_VERSION`. */
  readonly code: string;
  readonly message: string;
  readonly [detail: string]: unknown;
}

/** The refusal as all API styles report it. */
export function refusalOfUserError({ code, message, ...said }: UserError): RefusalJson {
  return refusalJson(code.toLowerCase().replaceAll('_', '-'), message, detailsOf(said));
}

/** The schema names and groups a few details as GraphQL does; here they get their common names back. */
function detailsOf({ fieldErrors, total, refundable, role, ...plain }: Readonly<Record<string, unknown>>): object {
  return {
    ...plain,
    ...(fieldErrors !== undefined && { errors: fieldErrors }),
    ...(isMoney(total) && total),
    ...(isMoney(refundable) && { refundableAmount: refundable.amount, currency: refundable.currency }),
    ...(typeof role === 'string' && { role: role.toLowerCase() }),
  };
}

function isMoney(value: unknown): value is { readonly amount: number; readonly currency: string } {
  return typeof value === 'object' && value !== null;
}
