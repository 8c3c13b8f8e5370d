import { sendDefect, sendProtocolError, sendRefusal, type StyleErrors } from '@rungs/http';
import { uris } from './level.ts';
import { conflictIn } from './patch/json-patch.ts';

/** Level 2 says no in HTTP's own words: a status code, and a problem document that explains it (RFC 9457). */
export const refusalFilter: StyleErrors = {
  prefix: uris.prefix,
  refuse: (refusal, request, reply) => {
    const conflict = conflictIn(refusal);
    if (conflict) sendProtocolError(conflict, request, reply);
    else sendRefusal(refusal, reply);
  },
  protocol: (error, request, reply) => sendProtocolError(error, request, reply),
  defect: (traceId, _request, reply) => sendDefect(traceId, reply),
};
