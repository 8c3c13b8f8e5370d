import type { ConsumerJson } from '@rungs/json';
import {
  mutationOf,
  PAGE_ARGUMENTS,
  PAGE_INFO,
  PAGE_VARIABLES,
  type ById,
  type ConnectionJson,
  type FilterOf,
  type PageVariables,
} from '../documents.ts';
import { documentOf } from '../exchange.ts';
import { CONSUMER } from '../selections.ts';

export const GET_CONSUMER = documentOf<{ consumer?: ConsumerJson }, ById>(
  `query GetConsumer($id: ID!) { consumer(id: $id) { ${CONSUMER} } }`,
);

export const LIST_CONSUMERS = documentOf<
  { consumers: ConnectionJson<ConsumerJson> },
  PageVariables & { readonly filter: FilterOf<'listConsumers'> }
>(`
  query ListConsumers(${PAGE_VARIABLES}, $filter: ConsumerFilter) {
    consumers(${PAGE_ARGUMENTS}, filter: $filter) { nodes { ${CONSUMER} } ${PAGE_INFO} }
  }
`);

const result = `consumer { ${CONSUMER} }`;
export const REGISTER_CONSUMER = mutationOf<'registerConsumer', ConsumerJson>('registerConsumer', result);
export const UPDATE_CONSUMER = mutationOf<'updateConsumer', ConsumerJson>('updateConsumer', result);
