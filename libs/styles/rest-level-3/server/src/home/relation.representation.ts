import { type OwnRelation, RELATIONS } from '../hal.ts';
import { uris } from '../paths.ts';
import { type Variable, variablesOf } from './vocabulary.ts';

/** What a CURIE leads to, for programs. */
export interface RelationJson {
  /** As it stands in a document: `rungs:orders`. */
  readonly relation: string;
  readonly meaning: string;
  /** What a template of it takes. */
  readonly variables: readonly Variable[];
  /** Where the profile says it, with all other names (draft-amundsen-richardson-foster-alps). */
  readonly profile: string;
}

export function isOwnRelation(name: string): name is OwnRelation {
  return Object.hasOwn(RELATIONS, name);
}

export function representRelation(relation: OwnRelation): RelationJson {
  return {
    relation: `rungs:${relation}`,
    meaning: RELATIONS[relation],
    variables: variablesOf(relation),
    profile: `${uris.href('profile', {})}#rungs.${relation}`,
  };
}

/** The same for people, as HTML. */
export function relationPage({ meaning, variables, profile }: RelationJson): string {
  const rows = variables.map(
    ({ name, meaning: means, choices }) =>
      `<li><code>${name}</code>: ${means}${choices ? ` Any of ${choices.map((choice) => `<code>${choice}</code>`).join(', ')}.` : ''}</li>`,
  );
  const home = uris.href('home', {});
  return [
    `<p>${meaning}</p>`,
    rows.length === 0 ? '' : `<p>A template of it takes, as far as it names them:</p><ul>${rows.join('')}</ul>`,
    `<p>A link relation of <a href="${home}">${home}</a>, whose names are all in <a href="${profile}">its profile</a>.</p>`,
  ].join('');
}
