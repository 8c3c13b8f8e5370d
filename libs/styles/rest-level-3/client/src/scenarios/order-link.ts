import type { ClientOptions } from '@rungs/scenarios';
import { offered, Walker } from '../walker.ts';

/** What a list of orders leaves a client with that is about to look at one of them. */
export interface OrderLink {
  readonly orderHref: string;
}

export async function orderShown(
  options: ClientOptions,
  { orderId }: { readonly orderId: string },
): Promise<OrderLink> {
  const order = await new Walker(options).begin('getOrder', 'rungs:order', { orderId });
  return { orderHref: offered('getOrder', order, 'self') };
}
