import { FIRST_ORDER_ID } from '@rungs/clients';
import { NotOfferedError, RefusedError, type StyleEntry } from '@rungs/scenarios';
import { PERSONAS } from './personas.ts';
import { recordingFetch, type RecordedExchange } from './recording-fetch.ts';
import type { Session } from './session.ts';

/** What became of running a style's first call in the page. */
export type FirstRun =
  | { readonly kind: 'empty' }
  | { readonly kind: 'running' }
  | { readonly kind: 'answered'; readonly exchanges: readonly RecordedExchange[] }
  | {
      readonly kind: 'refused' | 'failed';
      readonly exchanges: readonly RecordedExchange[];
      readonly whatHappened: string;
      readonly whatToDo: string;
    };

/** Asks for the order through the style's own client, the one that the comparison measures. */
export async function runFirstCall(
  entry: StyleEntry,
  options: { readonly baseUrl: string; readonly session: Session; readonly fetch: typeof globalThis.fetch },
): Promise<FirstRun> {
  const { fetch, exchanges } = recordingFetch(options.fetch);
  const accessToken = options.session.kind === 'signed-in' ? options.session.accessToken : undefined;
  try {
    await entry.connect({ baseUrl: options.baseUrl, fetch, accessToken }).getOrder({ orderId: FIRST_ORDER_ID });
    return { kind: 'answered', exchanges };
  } catch (error) {
    return { exchanges, ...explained(error, options.session) };
  }
}

function explained(
  error: unknown,
  session: Session,
): { kind: 'refused' | 'failed'; whatHappened: string; whatToDo: string } {
  if (error instanceof RefusedError) {
    const { code, message } = error.refusal;
    return { kind: 'refused', whatHappened: `Refused as ${code}: ${message}`, whatToDo: adviceFor(code, session) };
  }
  if (error instanceof NotOfferedError) {
    return { kind: 'refused', whatHappened: 'The server offered no link to this order.', whatToDo: signInAdvice() };
  }
  // fetch rejects with a TypeError, and says nothing more, when no answer came.
  if (error instanceof TypeError) {
    return {
      kind: 'failed',
      whatHappened: 'The server did not answer.',
      whatToDo: 'Look whether it still runs where you started it (npm start), then run the call again.',
    };
  }
  return {
    kind: 'failed',
    whatHappened: error instanceof Error ? error.message : String(error),
    whatToDo: 'The server’s log names the request and says more. Run the call again when that is put right.',
  };
}

function adviceFor(code: string, session: Session): string {
  if (code === 'unauthenticated') return signInAdvice();
  if (code === 'order-not-found' && session.kind === 'signed-in') {
    return `To ${session.persona} an order of others is the same as none. Ask as ${namesOfSeeing()} to see it.`;
  }
  if (code === 'order-not-found') return 'POST /dev/reset brings the demo data back, and this order with them.';
  return 'Wait a few seconds, then run the call again.';
}

function signInAdvice(): string {
  return `Choose who is asking above (${namesOfSeeing()} may see the order), then run the call again.`;
}

function namesOfSeeing(): string {
  const names = PERSONAS.filter(({ seesTheOrder }) => seesTheOrder).map(({ name }) => name);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
