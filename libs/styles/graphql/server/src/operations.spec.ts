import { OPERATION_NAMES, OPERATIONS, type OperationName } from '@rungs/application';
import * as client from '@rungs/graphql-client';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { FIELD_OF, operationFieldsOf } from './operations.ts';
import { SCHEMA_SDL } from './schema.generated.ts';

const schema = buildSchema(SCHEMA_SDL);
const fieldsOf = (root: 'Query' | 'Mutation') => {
  const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
  return Object.keys(type?.getFields() ?? {});
};

/** Of what is no operation of the catalogue: who asks, and any thing by its global id. */
const ONLY_OF_GRAPHQL = ['viewer', 'node'];

describe('the table of operations', () => {
  it('does not compile with an operation missing, or a field that the schema has not', () => {
    const { getBill: _missing, ...others } = FIELD_OF;
    // @ts-expect-error -- getBill is missing
    const lacking: Record<OperationName, string> = others;
    // @ts-expect-error -- the schema has no such field
    const misnamed: typeof FIELD_OF = { ...FIELD_OF, getBill: 'Query.invoice' };
    expect([lacking, misnamed]).toHaveLength(2);
  });

  it('has reads answered by queries, and changes by the mutation of their name', () => {
    for (const name of OPERATION_NAMES) {
      if (OPERATIONS[name].kind === 'write') expect(FIELD_OF[name]).toBe(`Mutation.${name}`);
      else expect(fieldsOf('Query')).toContain(FIELD_OF[name].replace('Query.', ''));
    }
  });

  it('leaves no root field without an operation that it answers', () => {
    expect([...ONLY_OF_GRAPHQL, ...operationFieldsOf('Query')].sort()).toEqual(fieldsOf('Query').sort());
    expect([...operationFieldsOf('Mutation')].sort()).toEqual(fieldsOf('Mutation').sort());
  });
});

/** `ticket-not-acceptable` has a type of its own by that name; things that are not there have one for all. */
function typeOf(code: string): string {
  if (code.endsWith('-not-found')) return 'NotFoundRefusal';
  const words = code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Refusal`;
}

/** The operations of our own client by their names, with the root field that each asks for. */
const asked = new Map(
  Object.values(client).flatMap((held) => {
    if (!('text' in held) || typeof held.text !== 'string') return [];
    const [operation] = parse(held.text).definitions;
    if (operation?.kind !== 'OperationDefinition') return [];
    const [root] = operation.selectionSet.selections;
    const name = operation.name?.value ?? '';
    const on = operation.operation === 'query' ? 'Query' : 'Mutation';
    const field = root?.kind === 'Field' ? `${on}.${root.name.value}` : '';
    return [[name.charAt(0).toLowerCase() + name.slice(1), { field, text: held.text }] as const];
  }),
);

describe("our own client's document", () => {
  it.each(OPERATION_NAMES)('of %s asks for the field in the table', (name) => {
    expect(asked.get(name)?.field).toBe(FIELD_OF[name]);
  });

  const changes = OPERATION_NAMES.filter((name) => OPERATIONS[name].kind === 'write');
  it.each(changes)('of %s asks for what each refusal that the catalogue names has to say', (name) => {
    const codes = OPERATIONS[name].refusals.filter((code) => code !== 'unauthenticated');
    for (const code of [...codes, 'invalid-input', 'unavailable']) {
      expect(asked.get(name)?.text).toContain(`... on ${typeOf(code)} {`);
    }
  });
});
