import { Refusal, type Dish, type FieldError } from '@rungs/domain';
import type { CsvFields } from '../ports/menu-csv.ts';

export const REQUIRED_COLUMNS = ['name', 'price'] as const;

/**
 * What a line says of a dish: `name`, `price` in minor units, `description`, `available` (`true` or `false`), `tags`
 * with bars between them. A column that is not there says nothing, and neither does a blank `available`; refuses what
 * cannot be read.
 */
export function importedDish(fields: CsvFields, currency: string): Partial<Dish> & Pick<Dish, 'name' | 'price'> {
  const { name = '', price = '', description, tags } = fields;
  const available = fields['available']?.trim() || undefined;
  const errors: FieldError[] = [];
  if (!/^\d{1,9}$/.test(price.trim())) errors.push({ path: '/price', message: 'must be whole minor units' });
  if (available !== undefined && !/^(?:true|false)$/.test(available)) {
    errors.push({ path: '/available', message: 'must be true or false' });
  }
  if (errors.length > 0) throw new Refusal('invalid-input', { errors });
  return {
    name: name.trim(),
    price: { amount: Number(price), currency },
    ...(description !== undefined && { description: description.trim() }),
    ...(available !== undefined && { available: available === 'true' }),
    ...(tags !== undefined && { tags: tagsOf(tags) }),
  };
}

function tagsOf(text: string): string[] {
  return text
    .split('|')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
