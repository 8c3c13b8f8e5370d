import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes({ operationLimitMs: 100 });
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const useCasesRun = (): string[] => served.executed.map(({ useCase }) => useCase);
const never = new Promise(() => undefined);

describe('an operation that takes too long', () => {
  it('is answered with what was read until then, and an error at the path of what was not', async () => {
    served.answerOf = (useCase) => (useCase === 'GetMenu' ? never : { id: 'r-1', name: 'Da Luigi' });
    const answer = await served.ask(
      '{ restaurant(id: "r-1") { name menu { version } } menu(restaurantId: "r-1") { version } }',
    );
    expect(answer.data).toEqual({ restaurant: { name: 'Da Luigi', menu: null }, menu: null });
    const extensions = {
      code: 'OPERATION_TIMEOUT',
      refusal: 'unavailable',
      details: { part: 'The operation', retryAfterSeconds: 5 },
    };
    const message = 'The operation took too long. Ask for less, or try again in 5 s.';
    expect(answer.errors).toHaveLength(2);
    expect(answer.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ message, path: ['menu'], extensions }),
        expect.objectContaining({ message, path: ['restaurant', 'menu'], extensions }),
      ]),
    );
    expect(served.logged).toEqual([]);
  });

  it('begins nothing more: no mutation after the one that did not end', async () => {
    served.answerOf = () => never;
    const clear = 'clearBasket(input: { consumerId: 1, restaurantId: 1 }) { basket { version } }';
    const answer = await served.ask(`mutation { a: ${clear} b: ${clear} c: ${clear} }`);
    expect(answer.data).toEqual({ a: null, b: null, c: null });
    expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(Array(3).fill('OPERATION_TIMEOUT'));
    expect(useCasesRun()).toEqual(['ClearBasket']);
  });

  it('reads nothing below what came too late', async () => {
    const late = Promise.withResolvers<unknown>();
    served.answerOf = (useCase) => (useCase === 'GetTicket' ? late.promise : { id: 'o-1' });
    const answer = await served.ask('{ ticket(orderId: "o-1") { state order { state } } }');
    expect(answer.data).toEqual({ ticket: null });
    late.resolve({ orderId: 'o-1', state: 'ACCEPTED' });
    expect((await served.ask('{ viewer { role } }')).errors).toEqual([]);
    expect(useCasesRun()).toEqual(['GetTicket']);
  });

  it('leaves no timer behind when it is in time', async () => {
    const patient = await serveFakes({ operationLimitMs: 60_000 });
    patient.answerOf = () => ({ id: 'r-1', name: 'Da Luigi' });
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const ask = async (): Promise<void> => {
      expect((await patient.ask('{ restaurant(id: "r-1") { name } }')).errors).toEqual([]);
    };
    await ask();
    const before = timers();
    for (let turn = 0; turn < 20; turn += 1) await ask();
    expect(timers()).toBeLessThan(before + 10);
    await patient.app.close();
  });
});
