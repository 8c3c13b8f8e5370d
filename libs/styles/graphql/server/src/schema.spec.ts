import { readFileSync } from 'node:fs';
import * as domain from '@rungs/domain';
import * as client from '@rungs/graphql-client';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
  type GraphQLInterfaceType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { generate } from '../codegen.mjs';
import { ENUM_VALUES } from './enums.ts';
import { costOf, MAX_COST } from './limits/cost.ts';
import { LIMIT_RULES } from './limits/limit-rules.ts';
import { SCHEMA_SDL } from './schema.generated.ts';

const schema = buildSchema(SCHEMA_SDL);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

function namesOf(enumName: string): string[] {
  const type = schema.getType(enumName);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

const documents = { ...client, ...client.SCREEN_DOCUMENTS };
const texts = Object.entries(documents).flatMap(([name, held]) =>
  typeof held === 'object' && 'text' in held && typeof held.text === 'string' ? [{ name, text: held.text }] : [],
);

describe('the schema', () => {
  it('is what the generated files were made of', async () => {
    const stale = Object.entries(await generate()).filter(([file, text]) => readFileSync(file, 'utf8') !== text);
    expect(
      stale.map(([file]) => file),
      'run codegen.mjs',
    ).toEqual([]);
  });

  it('says with every change what its version and its idempotency key are for', () => {
    const inputs = types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()));
    const conditions = inputs.filter(({ name }) => name === 'expectedVersion' || name === 'idempotencyKey');
    expect(conditions.length).toBeGreaterThan(40);
    expect(conditions.filter(({ description }) => !description)).toEqual([]);
  });

  it('names every refusal, role and state that the domain has', () => {
    expect(namesOf('RefusalCode').sort()).toEqual(Object.keys(ENUM_VALUES.RefusalCode).sort());
    expect(namesOf('Role')).toEqual(Object.keys(ENUM_VALUES.Role));
    expect(namesOf('Action')).toEqual(Object.keys(ENUM_VALUES.Action));
    expect(namesOf('OrderState')).toEqual([...domain.ORDER_STATES]);
    expect(namesOf('TicketState')).toEqual([...domain.TICKET_STATES]);
    expect(namesOf('DeliveryState')).toEqual([...domain.DELIVERY_STATES]);
    expect(namesOf('PaymentState')).toEqual([...domain.PAYMENT_STATES]);
  });

  it('gives every mutation one input, and a nullable payload with user errors', () => {
    for (const { name, args, type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      expect(
        args.map((arg) => arg.name),
        name,
      ).toEqual(['input']);
      expect(isObjectType(type) && String(type.getFields()['userErrors']?.type), name).toBe('[Refusal!]!');
    }
  });

  it('has a type for every refusal that says more than its code', () => {
    const WORDLESS = ['unauthenticated', 'unreadable', 'operation-unknown'];
    for (const code of domain.REFUSAL_CODES) {
      if (code.endsWith('-not-found') || WORDLESS.includes(code)) continue;
      const words = code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
      const type = schema.getType(`${words.join('')}Refusal`);
      expect(isObjectType(type) && type.getInterfaces().map(String), code).toEqual(['Refusal']);
    }
  });

  it('offers on every thing what the domain says can be done with it', () => {
    const nodes = schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType);
    const silent = nodes.filter((type) => !('availableActions' in type.getFields())).map(({ name }) => name);
    // It is read by the server alone: nobody can do anything with it.
    expect(silent).toEqual(['MenuImport']);
  });

  it('lets no input set what the server owns', () => {
    const owned = ['id', 'version', 'state', 'total', 'placedAt', 'availableActions', 'authorizationCode'];
    const settable = types.filter(isInputObjectType).flatMap((type) => Object.keys(type.getFields()));
    expect(settable.filter((name) => owned.includes(name))).toEqual([]);
  });

  it('knows its refusals and nodes by type', () => {
    for (const name of ['Refusal', 'Node']) {
      const type = schema.getType(name);
      expect(isInterfaceType(type) && schema.getPossibleTypes(type).length).toBeGreaterThan(5);
    }
  });
});

describe('the documents of our own client', () => {
  it.each(texts)('$name is valid, within the limits, and asks for nothing deprecated', ({ text }) => {
    const document = parse(text);
    expect(validate(schema, document, [...specifiedRules, ...LIMIT_RULES, NoDeprecatedCustomRule])).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('It holds no operation.');
    const variables = { first: 100, last: 100 };
    expect(costOf({ schema, document, operation, variables }).requested).toBeLessThanOrEqual(MAX_COST);
  });

  it('are all there', () => {
    expect(texts.length).toBeGreaterThan(55);
  });
});
