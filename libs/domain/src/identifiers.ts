/** All ids are UUIDs (version 7 where we make them, RFC 9562 §5.7), lower case, in text. */
export type ConsumerId = string;
export type RestaurantId = string;
export type MenuItemId = string;
/** A ticket, a delivery and a bill carry the id of their order. */
export type OrderId = string;
export type CourierId = string;
export type SupportAgentId = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text form of a UUID; anything else cannot be the id of a thing of ours. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
