import { EMAIL_PATTERN, MAX_ADDRESSES, MAX_EMAIL_CHARACTERS, MAX_NAME_CHARACTERS } from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from '../components.ts';
import { address, id, text, version } from '../outcome-members.ts';

export const personName = outcomeComponent(
  'PersonName',
  z
    .object({
      first: text('First name.', MAX_NAME_CHARACTERS, 'Ann'),
      last: text('Last name.', MAX_NAME_CHARACTERS, 'Rossi'),
    })
    .meta({ description: 'What somebody is called.' }),
);

export const consumer = outcomeComponent(
  'Consumer',
  z
    .object({
      id: id('consumer'),
      version,
      name: personName,
      email: z
        .string()
        .max(MAX_EMAIL_CHARACTERS)
        .regex(EMAIL_PATTERN)
        .meta({ description: 'For the consumer and support alone.', examples: ['ann@example.net'] })
        .optional(),
      addresses: z
        .array(address)
        .max(MAX_ADDRESSES)
        .meta({ description: 'Where deliveries go; for the consumer and support alone.' })
        .optional(),
    })
    .meta({ description: 'Somebody who orders food.' }),
);
