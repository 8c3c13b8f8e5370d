import type { ConsumerView, Page } from '@rungs/application';
import { type Actor, MAX_ADDRESSES, MAX_EMAIL_CHARACTERS, MAX_NAME_CHARACTERS } from '@rungs/domain';
import * as plain from '@rungs/json';
import { address, conditions, field, idempotencyKey, rows } from '../fields.ts';
import type { Embedding } from '../embedding.ts';
import { form, formsFor, type FormProperty, type Forms } from '../forms.ts';
import { embeddedItems, type Hal, halPage, link, linkedItems, offered } from '../hal.ts';
import { uris } from '../level.ts';

/** The consumer with the form to change what it says of itself. */
export function representConsumer(consumer: ConsumerView, actor: Actor): Hal<plain.ConsumerJson> {
  const consumerId = consumer.id;
  return {
    ...plain.representConsumer(consumer),
    _links: {
      self: link(uris.href('consumer', { consumerId })),
      ...offered(actor, 'listConsumers', { collection: link(uris.href('consumers', {})) }),
      'rungs:orders': link(uris.href('orders', { consumerId })),
      ...offered(actor, 'listOrderHistory', {
        'rungs:order-history': link(uris.href('orderHistory', { consumerId })),
      }),
    },
    _templates: consumerForms(consumer),
  };
}

/** For one who is still anonymous: nothing of the consumer's can be followed before signing in. */
export function representNewcomer(consumer: ConsumerView): Hal<plain.ConsumerJson> {
  const self = link(uris.href('consumer', { consumerId: consumer.id }));
  return { ...plain.representConsumer(consumer), _links: { self, 'rungs:home': link(uris.href('home', {})) } };
}

function consumerForms({ id: consumerId, version, actions, ...held }: ConsumerView): Forms {
  return formsFor(actions, {
    updateConsumer: () =>
      form('PATCH', uris.href('consumer', { consumerId }), 'Change what you say of yourself', [
        ...consumerFields(held),
        ...conditions(version),
      ]),
  });
}

/** For newcomers, who cannot read the consumers and find it on the entry point. */
export function registrationForm(): Forms {
  return {
    registerConsumer: form('POST', uris.href('consumers', {}), 'Register as a consumer', [
      ...consumerFields({}, true),
      idempotencyKey(),
    ]),
  };
}

function consumerFields(
  { name, email, addresses = [] }: Partial<Pick<ConsumerView, 'name' | 'email' | 'addresses'>>,
  required?: true,
): readonly FormProperty[] {
  const named = { required, minLength: 1, maxLength: MAX_NAME_CHARACTERS };
  return [
    field('name.first', 'First name', { ...named, value: name?.first }),
    field('name.last', 'Last name', { ...named, value: name?.last }),
    field('email', 'E-mail', { type: 'email', required, maxLength: MAX_EMAIL_CHARACTERS, value: email }),
    ...rows(addresses, MAX_ADDRESSES, (held, at) => address(`addresses.${at}.`, `Address ${at + 1}`, held)),
  ];
}

export function representConsumers(
  page: Page<ConsumerView>,
  url: string,
  actor: Actor,
  embedding: Embedding<'item'>,
): Hal {
  const items = embedding.has('item')
    ? embeddedItems(page.items, (consumer) => representConsumer(consumer, actor))
    : linkedItems(page.items, ({ id: consumerId, name }) =>
        link(uris.href('consumer', { consumerId }), `${name.first} ${name.last}`),
      );
  return halPage(url, page, uris.template('consumers'), items);
}
