import { isRefusal, type RefusalCode } from '@rungs/domain';

/** The code with which a call is refused; fails when it succeeds or breaks. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusalCode> {
  const outcome = await call.catch((error: unknown) => error);
  if (!isRefusal(outcome)) throw outcome instanceof Error ? outcome : new Error('It was not refused.');
  return outcome.code;
}
