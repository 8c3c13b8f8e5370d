import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const REGISTER = `mutation ($email: EmailAddress!) {
  registerConsumer(input: { name: { first: "Cara", last: "Nardi" }, email: $email }) { userErrors { code } }
}`;
const PLACED = 'query ($at: DateTime) { orders(filter: { placedFrom: $at }) { nodes { state } } }';
const REFUND = `mutation ($amount: MinorUnits!) {
  refundBill(input: { orderId: "o-1", amount: { amount: $amount, currency: "EUR" }, reason: "Cold." }) { userErrors { code } }
}`;

/** What stands for the variable in the operation's own text. */
const literal = (query: string, value: unknown): string =>
  query.replace(/ \(\$.*?\) \{/, ' {').replaceAll(/\$\w+/g, JSON.stringify(value));

const OF_ANOTHER_KIND: readonly (readonly [
  scalar: string,
  query: string,
  variable: string,
  values: readonly unknown[],
])[] = [
  ['EmailAddress', REGISTER, 'email', [7, 1.5, true, ['ann@example.com']]],
  ['DateTime', PLACED, 'at', [7, 'yesterday', '2026-02-30T00:00:00Z', '2026-11-22']],
  ['MinorUnits', REFUND, 'amount', [1.5, '100', true, 2 ** 53]],
];

describe.each(OF_ANOTHER_KIND)('a value for %s of another kind', (scalar, query, variable, values) => {
  it.each(values)('is refused before anything is asked, wherever it stands: %j', async (value) => {
    const asVariable = await served.ask(query, { [variable]: value });
    expect(asVariable.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', refusal: 'invalid-input' } }]);
    expect(asVariable.errors[0]?.extensions['details']).toEqual({
      errors: [{ path: `/${variable}`, message: expect.stringContaining(scalar) }],
    });
    const asLiteral = await served.ask(literal(query, value));
    expect(asLiteral.errors[0]?.extensions).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
      refusal: 'invalid-input',
    });
    expect([asVariable.status, asLiteral.status]).toEqual([400, 400]);
    expect(served.executed).toEqual([]);
  });
});

describe('a value that a scalar takes', () => {
  it('is whatever text the operation shall judge, for an e-mail address', async () => {
    for (const email of ['cara@example.com', 'no address', '']) {
      await served.ask(REGISTER, { email });
      await served.ask(literal(REGISTER, email));
      const input = { name: { first: 'Cara', last: 'Nardi' }, email };
      expect(served.executed.splice(0).map((executed) => executed.input)).toEqual([input, input]);
    }
  });

  it('is one instant in UTC, whatever offset it came with', async () => {
    served.answerOf = () => ({ items: [], cursors: [] });
    await served.ask(PLACED, { at: '2026-11-22T20:00:00.5+01:00' });
    await served.ask(literal(PLACED, '2026-11-22T19:00:00.500Z'));
    const asked = served.executed.map(({ input }) => (input as { placedFrom: unknown }).placedFrom);
    expect(asked).toEqual(['2026-11-22T19:00:00.500Z', '2026-11-22T19:00:00.500Z']);
  });

  it('is any whole number that JSON holds exactly, for minor units', async () => {
    for (const amount of [Number.MAX_SAFE_INTEGER, 0, -1]) {
      await served.ask(REFUND, { amount });
      const [{ input } = { input: undefined }] = served.executed.splice(0);
      expect(input).toMatchObject({ amount: { amount, currency: 'EUR' } });
    }
  });
});
