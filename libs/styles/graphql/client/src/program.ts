import { RefusedError, UnexpectedAnswerError, type ProgramContext } from '@rungs/scenarios';
import {
  answerTo,
  documentOf,
  endpointOf,
  getOf,
  persistedAddressOf,
  postOf,
  type GraphqlDocument,
  type PersistedDocument,
} from './exchange.ts';
import { refusalOfUserError, type UserError } from './user-errors.ts';

// What the scenarios' programs ask and change with. Answers stay as they came, null where nothing is: a recorder notes
// what a program reads of them, and would take a walk through all of it for reading.

export interface ById {
  readonly id: string;
}

/** What one exchange brought, with its number for those that depend on it. */
export interface Brought<T> {
  readonly n: number;
  readonly found: T;
}

/** One operation in one exchange. */
export async function ask<D, V>(
  { asking, ...options }: ProgramContext,
  label: string,
  dependsOn: readonly number[],
  document: GraphqlDocument<D, V>,
  variables: V,
): Promise<Brought<D>> {
  const { n, response } = await asking.fetch(
    label,
    dependsOn,
    endpointOf(options),
    postOf(document, variables, options),
  );
  return { n, found: await answerTo(document, response) };
}

/** One thing in one exchange, found where the document has it; the exchange is named after it, or as the label says. */
export async function find<K extends string, T, V extends object>(
  context: ProgramContext,
  member: K,
  dependsOn: readonly number[],
  document: GraphqlDocument<{ readonly [P in K]: T | null }, V>,
  variables: V,
  label: string = member,
): Promise<Brought<T>> {
  const { n, found } = await ask(context, label, dependsOn, document, variables);
  return { n, found: thingIn(found, member, variables) };
}

/**
 * The same by a persisted document: a GET by its hash, and a POST with its text where the server does not know that yet
 * (it was restarted, or its list is older than this client).
 */
export async function findPersisted<K extends string, T, V extends object>(
  context: ProgramContext,
  member: K,
  dependsOn: readonly number[],
  document: PersistedDocument<{ readonly [P in K]: T | null }, V>,
  variables: V,
  label: string = member,
): Promise<Brought<T>> {
  const { asking, ...options } = context;
  const address = persistedAddressOf(document, variables, options);
  const { n, response } = await asking.fetch(label, dependsOn, address, getOf(options));
  // GraphQL over HTTP: no data is no 2xx, and what is not there is 404.
  if (response.status === 404) return find(context, member, [n], document, variables, `${label}, registered`);
  return { n, found: thingIn(await answerTo(document, response), member, variables) };
}

function thingIn<K extends string, T>(data: { readonly [P in K]: T | null }, member: K, variables: object): T {
  const thing = data[member];
  if (thing === null) throw new UnexpectedAnswerError(`There is no ${member} for ${JSON.stringify(variables)}.`);
  return thing;
}

/** A payload as programs select it: a screen shows a refusal's sentence, and needs none of its details. */
export type PayloadWith<K extends string, T> = { readonly [P in K]: T | null } & {
  readonly userErrors: readonly UserError[];
};

/** What a program selects of a refusal. */
export const REFUSAL = '{ code message }';

/** What a payload says was changed; throws what the server refused instead. */
export function changedIn<K extends string, P extends PayloadWith<K, unknown>>(
  payload: P | null,
  member: K,
): NonNullable<P[K]> {
  const refused = payload?.userErrors[0];
  if (refused) throw refusedBy(refused);
  const changed = payload?.[member];
  if (!changed) throw new UnexpectedAnswerError(`The payload holds neither ${member} nor an error.`);
  return changed;
}

/** A refusal in a payload came with HTTP's 200: GraphQL says it in the body. */
export function refusedBy(userError: UserError): RefusedError {
  return new RefusedError(refusalOfUserError(userError), 200);
}

interface OfSeveral {
  readonly mutation: string;
  readonly inputType: string;
  /** What to select of the payload. */
  readonly payload: string;
}

/** One mutation for each of so many inputs, in one document: root fields run one after the other (§6.2.2). */
export function severalOf<I, P>({ mutation, inputType, payload }: OfSeveral, count: number) {
  const names = Array.from({ length: count }, (_, at) => `${mutation}${at + 1}`);
  const variables = names.map((name) => `$${name}: ${inputType}!`).join(', ');
  const fields = names.map((name) => `${name}: ${mutation}(input: $${name}) ${payload}`).join(' ');
  return {
    document: documentOf<Readonly<Record<string, P | null>>, Readonly<Record<string, I>>>(
      `mutation Several(${variables}) { ${fields} }`,
    ),
    /** Each both the variable and the alias of its input's field. */
    names,
  };
}

/** Several changes in one exchange, in the order given. */
export async function changeSeveral<I, P>(
  context: ProgramContext,
  label: string,
  dependsOn: readonly number[],
  field: OfSeveral,
  inputs: readonly I[],
): Promise<Brought<readonly (P | null)[]>> {
  const { document, names } = severalOf<I, P>(field, inputs.length);
  const variables = Object.fromEntries(names.map((name, at) => [name, inputs[at] as I]));
  const { n, found } = await ask(context, label, dependsOn, document, variables);
  return { n, found: names.map((name) => found[name] ?? null) };
}
