import type { AnswerShape } from '@rungs/scenarios';

/** Plain things; what is around those of a list are its cursors. What may be done next, no answer says. */
export const answers: AnswerShape = {
  kindOf: ([first]) => (first === 'page' ? 'envelope' : 'data'),
  actionsIn: () => [],
};
