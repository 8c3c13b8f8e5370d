import type { OperationName } from '@rungs/application';
import type { Form } from '../src/forms.ts';
import type { Ask } from './crawler.ts';
import { PNG } from './png.ts';
import type { HalDocument } from './walk.ts';

type Fields = Readonly<Record<string, string>>;

const soon = (): string => new Date(Date.now() + 30 * 60_000).toISOString();

/** What a person fills in, where something has to be: all else goes back as it came. */
export const FILLED_IN: { readonly [N in OperationName]?: () => Fields } = {
  registerConsumer: () => ({ 'name.first': 'Eve', 'name.last': 'Rossi', email: 'eve@example.com' }),
  updateConsumer: () => ({ email: 'ann.conti@example.com' }),
  openRestaurant: () => ({
    name: 'Da Enzo',
    cuisine: 'Roman',
    'address.street': 'Via dei Vascellari 29',
    'address.city': 'Roma',
    'address.postalCode': '00153',
    'address.country': 'IT',
    'location.lat': '41.888',
    'location.lon': '12.477',
    currency: 'EUR',
  }),
  updateRestaurant: () => ({ cuisine: 'Roman' }),
  replaceMenu: () => ({ 'items.0.name': 'Gricia', 'items.0.price.amount': '1300', 'items.0.available': 'true' }),
  importMenu: () => ({ csv: 'name,price\nGricia,1300\n' }),
  updateMenuItem: () => ({ description: 'As ever.' }),
  setPhoto: () => ({ contentType: 'image/png', data: PNG }),
  addToBasket: () => ({ quantity: '1' }),
  setBasketLine: () => ({ quantity: '3' }),
  checkoutBasket: () => ({ paymentToken: 'tok_visa' }),
  reviseOrder: () => ({ deliveryNote: 'Ring twice.' }),
  acceptTicket: () => ({ readyBy: soon() }),
  rejectTicket: () => ({ reason: 'No more dough.' }),
  acceptTickets: () => ({ 'tickets.0.readyBy': soon() }),
  reportLocation: () => ({ lat: '41.9', lon: '12.5' }),
  refundBill: () => ({ 'amount.amount': '1', reason: 'It was cold.' }),
};

/** `setBasketLine-0190…` does what `setBasketLine` says. */
export function operationOf(form: string): OperationName {
  return form.replace(/-.*$/, '') as OperationName;
}

/** The form as any client would send it: its fields as they came, and what a person chose and filled in. */
export async function fieldsOf(name: string, { properties }: Form, ask: Ask, known: Fields = {}): Promise<Fields> {
  const filledIn = { ...FILLED_IN[operationOf(name)]?.(), ...known };
  const fields: Record<string, string> = {};
  for (const { name: field, value, required, options, max } of properties) {
    const chosen = required && value === undefined && options && 'link' in options ? await choice(options, ask) : '';
    const said = filledIn[field] ?? value ?? chosen;
    fields[field] = max !== undefined && Number(said) > max ? String(max) : said;
  }
  return fields;
}

/** The first of the things behind a field that can be had. */
async function choice(
  { link, valueField }: { readonly link: { readonly href: string }; readonly valueField: string },
  ask: Ask,
): Promise<string> {
  const { _embedded } = (await (await ask(link.href)).json()) as HalDocument;
  const items = [_embedded?.['item'] ?? []].flat() as readonly HalDocument[];
  return items.find(({ available }) => available !== false)?.[valueField] as string;
}

/** HAL-FORMS §5.1: what has no body says its fields in the query. */
export function sent(ask: Ask, method: string, href: string, fields: Fields): Promise<Response> {
  if (method === 'DELETE') return ask(`${href}?${new URLSearchParams(fields).toString()}`, { method });
  return ask(href, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) });
}
