import type { AnswerShape } from '@rungs/scenarios';

/** `ok` around what was asked for. An error is what was asked for, too. */
export const answers: AnswerShape = {
  kindOf([member, below]) {
    if (member === 'ok') return 'envelope';
    // No outcome but that of a list has a `page`: its cursors.
    return member === 'result' && below === 'page' ? 'envelope' : 'data';
  },

  // What can be done next stands in no answer; a client of level 1 has to know it. (A refused action lists the others
  // that its resource takes, which says nothing about what would be allowed.)
  actionsIn: () => [],
};
