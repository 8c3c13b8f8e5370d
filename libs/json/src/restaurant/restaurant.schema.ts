import { MAX_CSV_LINES } from '@rungs/application';
import {
  MAX_CUISINE_CHARACTERS,
  MAX_DESCRIPTION_CHARACTERS,
  MAX_DISH_NAME_CHARACTERS,
  MAX_DISHES,
  MAX_PHOTO_BYTES,
  MAX_RESTAURANT_NAME_CHARACTERS,
  MAX_TAG_CHARACTERS,
  MAX_TAGS,
  PHOTO_TYPES,
} from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from '../components.ts';
import { address, count, currency, id, instant, location, money, text, version } from '../outcome-members.ts';
import { refusal } from '../refusal.schema.ts';

const facts = {
  id: id('restaurant'),
  version,
  name: text('What it is called.', MAX_RESTAURANT_NAME_CHARACTERS, 'Trattoria da Luigi'),
  address,
  cuisine: text('What kind of food it cooks.', MAX_CUISINE_CHARACTERS, 'Italian'),
  open: z.boolean().meta({ description: 'Whether it takes orders now.' }),
};

export const restaurant = outcomeComponent(
  'Restaurant',
  z
    .object({
      ...facts,
      location,
      currency: currency('ISO 4217: every price on its menu is in it, for good.'),
    })
    .meta({ description: 'Who cooks.' }),
);

export const restaurantSummary = outcomeComponent(
  'RestaurantSummary',
  z.object(facts).meta({ description: 'A restaurant as a part of an order’s details.' }),
);

const contentType = z.enum(PHOTO_TYPES).meta({ description: 'What kind of image it is.' });

export const menuItem = outcomeComponent(
  'MenuItem',
  z
    .object({
      id: id('dish'),
      version,
      name: text('What it is called: no two dishes of a menu alike.', MAX_DISH_NAME_CHARACTERS, 'Tonnarelli'),
      description: text('What it is; may be empty.', MAX_DESCRIPTION_CHARACTERS),
      price: money.meta({ description: 'What one costs.' }),
      available: z.boolean().meta({ description: 'Whether it can be ordered now.' }),
      tags: z
        .array(text('One word about it.', MAX_TAG_CHARACTERS, 'pasta'))
        .max(MAX_TAGS)
        .meta({ description: 'Words by which it is found.' }),
      photo: z
        .object({ contentType, byteLength: count('How large the image is.', MAX_PHOTO_BYTES) })
        .meta({ description: 'What is known of its photo; absent when there is none.' })
        .optional(),
    })
    .meta({ description: 'A dish on a menu.' }),
);

export const menu = outcomeComponent(
  'Menu',
  z
    .object({
      restaurantId: id('restaurant'),
      version: version.meta({ description: 'The restaurant’s: the make-up of a menu is a part of it.' }),
      items: z.array(menuItem).max(MAX_DISHES).meta({ description: 'All dishes, in the restaurant’s order.' }),
    })
    .meta({ description: 'All that a restaurant offers.' }),
);

const line = count('Its number in the file, in which line 1 names the columns.', MAX_CSV_LINES + 1);

export const menuImport = outcomeComponent(
  'MenuImport',
  z
    .object({
      id: id('import'),
      restaurantId: id('restaurant'),
      state: z.enum(['WAITING', 'RUNNING', 'DONE']).meta({ description: 'How far it is.' }),
      requestedAt: instant('When the file came.'),
      lineCount: count('How many dishes the file names.', MAX_CSV_LINES),
      lines: z
        .array(
          z.union([
            z
              .object({ line, menuItemId: id('dish that the line became') })
              .meta({ description: 'A line that was taken.' }),
            z.object({ line, refusal }).meta({ description: 'A line that was not.' }),
          ]),
        )
        .max(MAX_CSV_LINES)
        .meta({ description: 'Those that were read so far, in order.' }),
    })
    .meta({ description: 'How far a bulk import of dishes has come.' }),
);

export const photo = outcomeComponent(
  'Photo',
  z
    .object({
      contentType,
      data: z
        .string()
        .max(Math.ceil(MAX_PHOTO_BYTES / 3) * 4)
        .meta({
          description: 'The bytes in base64 (RFC 4648 §4), padded, on one line.',
          contentEncoding: 'base64',
          pattern: '^[A-Za-z0-9+/]*={0,2}$',
        }),
    })
    .meta({ description: 'A dish’s photo.' }),
);
