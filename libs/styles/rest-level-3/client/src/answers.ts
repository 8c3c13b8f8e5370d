import type { AnswerShape, ToldAction } from '@rungs/scenarios';

const CONTROLS: readonly string[] = ['_links', '_templates'];

/** HAL and HAL-FORMS: links and forms are controls, wherever they stand; `_embedded` merely holds other resources. */
export const answers: AnswerShape = {
  kindOf: (path) => (path.some((name) => CONTROLS.includes(name)) ? 'control' : 'data'),
  actionsIn: (body) => (isObject(body) ? actionsOf(body) : []),
};

type Members = Readonly<Record<string, unknown>>;

/** The forms of a resource, then those of what it embeds. */
function actionsOf({ _templates, _embedded }: Members): readonly ToldAction[] {
  const own = Object.entries(isObject(_templates) ? _templates : {}).map(([key, form]) => ({
    name: nameOf(key, form),
    source: '_templates',
  }));
  const embedded = Object.values(isObject(_embedded) ? _embedded : {}).flatMap((parts) => [parts].flat());
  return [...own, ...embedded.filter(isObject).flatMap(actionsOf)];
}

/** HAL-FORMS: a form that stands alone may be called `default`, which says nothing of what it does; its title does. */
function nameOf(key: string, form: unknown): string {
  return key === 'default' && isObject(form) && typeof form['title'] === 'string' ? form['title'] : key;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}
