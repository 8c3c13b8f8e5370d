import { PERSONAS } from './personas.ts';

/** What a link to GraphiQL restores: the operation, its variables as JSON text, and who asks. */
export interface GraphqlAddress {
  readonly query?: string;
  readonly variables?: string;
  readonly as?: string;
}

/** The parts that this page knows. Parameters as in GraphQL over HTTP, so that a GET of `/graphql` leads here whole. */
export function graphqlAddress(raw: Readonly<Record<string, unknown>>): GraphqlAddress {
  const textOf = (name: string): string | undefined => {
    const value = raw[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const query = textOf('query');
  const variables = textOf('variables');
  const as = PERSONAS.find(({ name }) => name === textOf('as'))?.name;
  return { ...(query && { query }), ...(variables && { variables }), ...(as && { as }) };
}
