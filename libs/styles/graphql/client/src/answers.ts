import type { AnswerShape, LeafKind, ToldAction } from '@rungs/scenarios';

/** What every thing has that something can be done with. */
const ACTIONS = 'availableActions';

/** Of a page (Relay's connections), what is about the page. */
const PAGING = ['pageInfo', 'cursor'];

/** Of a payload, whether there is a refusal; what the refusal says is data. */
const REFUSALS = ['userErrors', 'userError'];

/** How GraphQL answers: https://spec.graphql.org/October2021/#sec-Response-Format */
export const answers: AnswerShape = { kindOf, actionsIn };

function kindOf(path: readonly string[]): LeafKind {
  const [root] = path;
  // The response's own members; an error's are what was refused, and so what was asked for.
  if (root === 'errors') return path.length > 1 ? 'data' : 'envelope';
  if (root !== 'data' || path.length === 1) return 'envelope';
  if (path.includes(ACTIONS)) return 'control';
  if (path.some((name) => PAGING.includes(name))) return 'envelope';
  const last = path.at(-1) ?? '';
  return last === '__typename' || REFUSALS.includes(last) ? 'envelope' : 'data';
}

function actionsIn(body: unknown): readonly ToldAction[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, member]) =>
    name === ACTIONS && Array.isArray(member)
      ? member.map((action) => ({ name: String(action), source: ACTIONS }))
      : actionsIn(member),
  );
}
