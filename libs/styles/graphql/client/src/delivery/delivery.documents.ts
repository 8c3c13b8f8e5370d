import type { CourierJson, DeliveryJson, LocationPingJson } from '@rungs/json';
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
import { PING, DELIVERY, COURIER } from '../selections.ts';

export const GET_DELIVERY = documentOf<{ delivery?: DeliveryJson }, ById>(
  `query GetDelivery($id: ID!) { delivery(orderId: $id) { ${DELIVERY} } }`,
);

export const LIST_DELIVERIES = documentOf<
  { deliveries: ConnectionJson<DeliveryJson> },
  PageVariables & { readonly filter: FilterOf<'listDeliveries'> }
>(`
  query ListDeliveries(${PAGE_VARIABLES}, $filter: DeliveryFilter) {
    deliveries(${PAGE_ARGUMENTS}, filter: $filter) { nodes { ${DELIVERY} } ${PAGE_INFO} }
  }
`);

export const GET_TRACK = documentOf<{ track?: ConnectionJson<LocationPingJson> }, PageVariables & ById>(`
  query GetTrack($id: ID!, ${PAGE_VARIABLES}) {
    track(orderId: $id, ${PAGE_ARGUMENTS}) { nodes { ${PING} } ${PAGE_INFO} }
  }
`);

const result = `delivery { ${DELIVERY} }`;
export const ASSIGN_COURIER = mutationOf<'assignCourier', DeliveryJson>(
  'assignCourier',
  result,
  'courier-not-assignable',
  'courier-unavailable',
);
export const NOTE_PICKED_UP = mutationOf<'notePickedUp', DeliveryJson>('notePickedUp', result, 'pickup-not-allowed');
export const NOTE_DELIVERED = mutationOf<'noteDelivered', DeliveryJson>('noteDelivered', result, 'dropoff-not-allowed');
export const REPORT_LOCATION = mutationOf<'reportLocation', LocationPingJson>(
  'reportLocation',
  `ping { ${PING} }`,
  'location-not-reportable',
);

export const GET_COURIER = documentOf<{ courier?: CourierJson }, ById>(
  `query GetCourier($id: ID!) { courier(id: $id) { ${COURIER} } }`,
);

export const LIST_COURIERS = documentOf<
  { couriers: ConnectionJson<CourierJson> },
  PageVariables & { readonly filter: FilterOf<'listCouriers'> }
>(`
  query ListCouriers(${PAGE_VARIABLES}, $filter: CourierFilter) {
    couriers(${PAGE_ARGUMENTS}, filter: $filter) { nodes { ${COURIER} } ${PAGE_INFO} }
  }
`);

export const SET_ON_DUTY = mutationOf<'setOnDuty', CourierJson>('setOnDuty', `courier { ${COURIER} }`, 'courier-busy');
