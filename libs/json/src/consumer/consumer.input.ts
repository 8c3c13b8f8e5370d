import { MAX_SEARCH_CHARACTERS } from '@rungs/application';
import { EMAIL_PATTERN, MAX_ADDRESSES, MAX_EMAIL_CHARACTERS, MAX_NAME_CHARACTERS } from '@rungs/domain';
import { inputComponent } from '../components.ts';
import { address, change, idempotencyKey, idOf, listOf, members, optional, page, text } from '../input-members.ts';
import { inputParser } from '../input-parser.ts';

const consumerId = idOf('consumer');
const partOfName = text.meta({ minLength: 1, maxLength: MAX_NAME_CHARACTERS });
const name = inputComponent(
  'PersonNameInput',
  members({
    first: partOfName.meta({ description: 'First name.', examples: ['Nora'] }),
    last: partOfName.meta({ description: 'Last name.', examples: ['Neri'] }),
  }).meta({ description: 'What somebody is called.' }),
);
const email = text.meta({
  description: 'An e-mail address that no other consumer has.',
  maxLength: MAX_EMAIL_CHARACTERS,
  pattern: EMAIL_PATTERN.source,
  examples: ['nora.neri@example.net'],
});
const addresses = optional(
  listOf(address).meta({
    description: 'Where deliveries go; the first when an order does not say. All of them, in order.',
    maxItems: MAX_ADDRESSES,
  }),
);

export const consumerInputs = {
  getConsumer: inputParser<'getConsumer'>(members({ consumerId })),
  listConsumers: inputParser<'listConsumers'>(
    members({
      ...page,
      text: optional(
        text.meta({
          description: 'Words that first name, last name or e-mail address begin with.',
          maxLength: MAX_SEARCH_CHARACTERS,
        }),
      ),
    }),
  ),
  registerConsumer: inputParser<'registerConsumer'>(members({ name, email, addresses, idempotencyKey })),
  updateConsumer: inputParser<'updateConsumer'>(
    members({ consumerId, name: optional(name), email: optional(email), addresses, ...change }),
  ),
};
