import { eventsOf } from '@rungs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RawSocket } from '../../spec/raw-socket.ts';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const ROOT = 'orderEvents(orderId: "o-1")';
const CONDITIONAL = [
  `subscription { ${ROOT} @skip(if: true) { __typename } }`,
  `subscription ($is: Boolean!) { ${ROOT} @skip(if: $is) { __typename } }`,
  `subscription ($is: Boolean = true) { ... @include(if: $is) { ${ROOT} { __typename } } }`,
  `subscription { ...Root @include(if: false) } fragment Root on Subscription { ${ROOT} { __typename } }`,
  `subscription { ...Root } fragment Root on Subscription { ...Root ... { ${ROOT} @ skip { __typename } } }`,
  `subscription { ${ROOT} @include(if: "yes") { __typename } }`,
];
const REFUSED = { code: 'GRAPHQL_VALIDATION_FAILED', refusal: 'invalid-input' };

describe('GraphQL specification (September 2025) §5.2.4.1, Single Root Field: @skip and @include at the root of', () => {
  it.each(CONDITIONAL)('%s are refused by every door', async (query) => {
    const variables = { is: true };
    expect(await served.ask(query, variables)).toMatchObject({ status: 400, errors: [{ extensions: REFUSED }] });

    const streamed = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query, variables }),
    });
    const said = await eventsOf(streamed);
    expect(said.map(({ event }) => event)).toEqual(['next', 'complete']);
    expect(said[0]?.data).toMatchObject({ errors: [{ extensions: REFUSED }] });

    const socket = await RawSocket.signedIn(served.url);
    socket.say({ type: 'subscribe', id: '1', payload: { query, variables } });
    expect(await socket.allOf('1')).toMatchObject([{ type: 'error', payload: [{ extensions: REFUSED }] }]);
    await socket.leave();

    expect([served.executed, served.logged]).toEqual([[], []]);
  });

  it('an operation that does not run, as well', async () => {
    const query = `query Asked { viewer { role } } ${CONDITIONAL[0]!.replace('subscription', 'subscription Other')}`;
    const body = JSON.stringify({ query, operationName: 'Asked' });
    expect(await served.send({ method: 'POST', body })).toMatchObject({
      status: 400,
      errors: [{ extensions: REFUSED }],
    });
  });

  it('no subscription are everybody’s, and so they are below its root', async () => {
    const query = `query Asked { viewer { role @include(if: true) } } subscription Other { ${ROOT} { __typename @skip(if: false) } }`;
    const answer = await served.send({ method: 'POST', body: JSON.stringify({ query, operationName: 'Asked' }) });
    expect(answer.data).toEqual({ viewer: { role: 'CONSUMER' } });
  });
});
