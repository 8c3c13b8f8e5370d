import type { AnswerShape } from '@rungs/scenarios';

const INDEX = /^\d+$/;

/** JSON-RPC 2.0 §5: what makes an answer one, around what was asked for. An error is what was asked for, too. */
export const answers: AnswerShape = {
  kindOf(path) {
    // §6: the answer to a batch is an array of answers.
    const [member, ...below] = INDEX.test(path[0] ?? '') ? path.slice(1) : path;
    if (member === 'jsonrpc' || member === 'id') return 'envelope';
    // No outcome but that of a list has a `page`: its cursors.
    return member === 'result' && below[0] === 'page' ? 'envelope' : 'data';
  },

  // What can be done next stands in no answer; a client of level 0 has to know it.
  actionsIn: () => [],
};
