import type { Actor } from '@rungs/domain';
import { actorOf, readableBody, type StyleErrors } from '@rungs/http';
import { refusedBeforeExecution, unsupportedMediaType } from './graphql-errors.ts';
import type { AnswerStream } from './subscriptions/answer-stream.ts';

type Request = Parameters<StyleErrors['refuse']>[1];
type Reply = Parameters<StyleErrors['refuse']>[2];

/** `application/json`, or JSON under another name. */
const JSON_TYPE = /^application\/(?:[^\s;]+\+)?json *(?:;|$)/i;

/** What every resolver of one operation shares: who asks, and through which door. */
export interface GraphqlContext {
  readonly actor: Actor;
  /**
   * Has a defect logged.
   *
   * @param part the path of the field that failed: `order.bill`
   * @returns the trace id, which is all that may be told of it
   */
  readonly reportDefect: (error: unknown, part?: string) => string;
  /** Where answers can follow one another; absent where one answer is all that fits. */
  readonly stream?: AnswerStream;
}

/** Who asks, and whether the body could be read at all: both are refused before any operation is looked for. */
export function contextOf(request: Request, reply: Reply, stream?: AnswerStream): GraphqlContext {
  // One address for everybody's everything: no cache on the way could tell the answers apart.
  void reply.header('cache-control', 'no-store');
  try {
    const actor = actorOf(request);
    if (request.method === 'POST') {
      // The shared parsers hand on XML, CSV and photos as well, for the styles that take them.
      if (request.body !== undefined && !JSON_TYPE.test(request.headers['content-type'] ?? '')) {
        throw unsupportedMediaType();
      }
      readableBody(request.body);
    }
    const reportDefect = (error: unknown, part?: string): string => request.reportDefect(error, part);
    return { actor, reportDefect, ...(stream && { stream }) };
  } catch (error) {
    throw refusedBeforeExecution(error);
  }
}
