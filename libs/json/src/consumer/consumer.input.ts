import {
  address,
  change,
  id,
  idempotencyKey,
  inputParser,
  listOf,
  members,
  optional,
  page,
  text,
} from '../input-parser.ts';

const name = members({ first: text, last: text });
const addresses = optional(listOf(address));

export const consumerInputs = {
  getConsumer: inputParser<'getConsumer'>(members({ consumerId: id })),
  listConsumers: inputParser<'listConsumers'>(members({ ...page, text: optional(text) })),
  registerConsumer: inputParser<'registerConsumer'>(members({ name, email: text, addresses, idempotencyKey })),
  updateConsumer: inputParser<'updateConsumer'>(
    members({ consumerId: id, name: optional(name), email: optional(text), addresses, ...change }),
  ),
};
