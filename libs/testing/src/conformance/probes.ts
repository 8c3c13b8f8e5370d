import type { RefusalCode } from '@rungs/domain';

/** Where and as whom a raw request is sent. */
export interface ProbeTarget {
  readonly baseUrl: string;
  /** The `Authorization` header's whole value; none for anonymous. */
  readonly authorization?: string;
}

/**
 * Requests that no client of ours would send, written by hand in a style's own idiom. Each returns the server's
 * raw answer; `refusalOf` reads the refusal code from it.
 */
export interface StyleProbes {
  /** A body that cannot be parsed, where a body is expected. */
  unreadableBody(target: ProbeTarget): Promise<Response>;
  /** `makeCoffee`: an operation, action, route or field that does not exist. */
  unknownOperation(target: ProbeTarget): Promise<Response>;
  /** placeOrder with `lines` being a text. */
  wrongType(target: ProbeTarget): Promise<Response>;
  /** placeOrder (where it is not offered: addToBasket), valid but for the members given, which the server owns. */
  serverOwnedMember(target: ProbeTarget, valid: ValidPlacing, uninvited: object): Promise<Response>;
  /** cancelOrder of ann's APPROVED order, with the version given or none. */
  cancelApproved(target: ProbeTarget, orderId: string, expectedVersion: number | undefined): Promise<Response>;
  /** getOrder, well formed: for tokens that are not. */
  readOrder(target: ProbeTarget, orderId: string): Promise<Response>;
  /**
   * Of a style that says in advance what may be done: the steps that an order, its ticket, its delivery and its bill
   * offer, each by its operation's name. What the actor may not see offers nothing.
   */
  offeredSteps?(target: ProbeTarget, orderId: string): Promise<readonly string[]>;
  /** The refusal that an answer carries; undefined when it carries none. */
  refusalOf(answer: Response): Promise<RefusalCode | undefined>;
}

export interface ValidPlacing {
  readonly restaurantId: string;
  readonly lines: readonly { readonly menuItemId: string; readonly quantity: number }[];
  readonly paymentToken: string;
  readonly consumerId: string;
}
