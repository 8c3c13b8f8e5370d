import type { Dish, MenuItem, Restaurant } from '@rungs/domain';
import {
  differing,
  idToBeSaid,
  long,
  refuse,
  SAID_BY_SERVER,
  whole,
  type AnswerOf,
  type ModelImport,
  type ModelState,
} from './model-state.ts';
import { changeItem, dishLimits, itemsOf, name, raiseMenu } from './model-menus.ts';
import { manages, restaurantToChange } from './model-sight.ts';

// Bulk imports. The model reads the whole file at once: what it says of an import is what a client sees that waits
// until it is done.

interface Row {
  /** As in the file, in which line 1 names the columns. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** RFC 4180, empty lines left out; undefined when quotes do not match. */
function rowsOf(csv: string): Row[] | undefined {
  const rows: Row[] = [];
  let line = 1;
  let began = 1;
  let fields: string[] = [];
  let rest = csv.replace(/^\uFEFF/, '');
  while (rest !== '') {
    const token = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/.exec(rest);
    if (!token) return undefined;
    const [text, quoted, plain = '', end] = token;
    fields.push(quoted?.replaceAll('""', '"') ?? plain);
    line += text.split(/\r\n|\n|\r/).length - 1;
    rest = rest.slice(text.length);
    if (end === ',' && rest !== '') continue;
    if (end === ',') fields.push('');
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: began, fields });
    fields = [];
    began = line;
  }
  return rows;
}

/** The dish that a line describes, as far as its columns go; or the paths of what cannot be read. */
function dishOf(
  columns: readonly string[],
  { fields }: Row,
  { currency }: Restaurant,
): Partial<Dish> | { wrong: string[] } {
  const given = (column: string): string | undefined =>
    columns.includes(column) ? (fields[columns.indexOf(column)] ?? '') : undefined;
  const price = given('price') ?? '';
  const available = given('available') || undefined;
  const wrong: string[] = [];
  if (!/^\d+$/.test(price)) wrong.push('/price');
  if (available !== undefined && !['true', 'false'].includes(available)) wrong.push('/available');
  if (wrong.length > 0) return { wrong };
  const description = given('description');
  const tags = given('tags');
  return {
    name: given('name') ?? '',
    price: { amount: Number(price), currency },
    ...(description !== undefined && { description }),
    ...(available !== undefined && { available: available !== 'false' }),
    ...(tags !== undefined && { tags: tags.split('|').filter((tag) => tag !== '') }),
  };
}

function readLine(
  state: ModelState,
  restaurantId: string,
  columns: readonly string[],
  row: Row,
): ModelImport['lines'][number] {
  const { line } = row;
  const restaurant = state.restaurants.get(restaurantId) as Restaurant;
  const refused = (...paths: string[]) => ({ line, refusal: { code: 'invalid-input' as const, paths } });
  const dish = dishOf(columns, row, restaurant);
  if ('wrong' in dish) return refused(...dish.wrong);
  const limits = dishLimits(dish, restaurant);
  const wrong = Object.keys(limits).filter((path) => limits[path] === false);
  if (wrong.length > 0) return refused(...wrong.map((path) => `/${path.split('/')[1]}`));
  const items = itemsOf(state, restaurantId);
  const held = items.find((item) => item.name === dish.name);
  if (held) {
    const changes = differing(held, dish);
    if (Object.keys(changes).length > 0) changeItem(state, restaurantId, held, changes);
    return { line, menuItemId: held.id };
  }
  if (items.length >= 200) return refused('/name');
  const usual = { description: '', available: true, tags: [] };
  const added = { ...usual, ...dish, id: idToBeSaid(), version: 1 } as unknown as MenuItem;
  raiseMenu(state, restaurantId, [...items, added]);
  return { line, menuItemId: added.id };
}

const importMenu: AnswerOf<'importMenu'> = (state, actor, { restaurantId, csv }) => {
  restaurantToChange(state, actor, restaurantId);
  const [first, ...rows] = (long(csv, 1, 200_000) ? rowsOf(csv) : undefined) ?? [];
  const columns = (first?.fields ?? []).map((column) => column.trim());
  const readable = columns.includes('name') && columns.includes('price') && whole(rows.length, 1, 500);
  if (!readable) refuse('invalid-input', '/csv');
  const asked = { restaurantId, requestedAt: SAID_BY_SERVER, lineCount: rows.length };
  const lines = rows.map((row) => readLine(state, restaurantId, columns, row));
  return {
    outcome: { id: SAID_BY_SERVER, ...asked, state: 'WAITING', lines: [] },
    adopt: ({ id, requestedAt }: ModelImport) =>
      void state.imports.set(id, { id, ...asked, requestedAt, state: 'DONE', lines }),
  };
};

const getMenuImport: AnswerOf<'getMenuImport'> = (state, actor, { restaurantId, menuImportId }) => {
  const held = state.imports.get(menuImportId);
  if (held?.restaurantId !== restaurantId || !manages(actor, restaurantId)) return refuse('menu-import-not-found');
  return {
    outcome: held,
    adopt: (said: ModelImport) => {
      const lines = held.lines.map((line, at) => {
        const told = said.lines[at];
        if (!('menuItemId' in line) || !told || !('menuItemId' in told)) return line;
        name(state, restaurantId, line.menuItemId, told.menuItemId);
        return { ...line, menuItemId: told.menuItemId };
      });
      state.imports.set(menuImportId, { ...held, lines });
    },
  };
};

export const IMPORT_ANSWERS = { importMenu, getMenuImport };
