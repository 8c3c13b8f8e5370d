import { OPERATION_NAMES } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestsFrom, type Asker, type GeneratedRequest } from '../../spec/requests.ts';
import { Sender, type Received } from '../../spec/sender.ts';
import { RestLevel2Module } from '../module.ts';
import { openApiDocument } from './document.ts';

const REQUESTS = 5_000;
/** Each on data of its own: what the first requests close, cancel and delete would be missing for all others. */
const BATCHES = 5;
const SEED = 20_261_122;
/** Of the catalogue's operations; a few need an order in a state that few orders have, and others take it out of that. */
const LEAST_REACHED = 44;

describe('level 2, asked whatever its own description suggests', () => {
  const answered: Answered[] = [];
  const requests = fc.sample(requestsFrom(openApiDocument()), { numRuns: REQUESTS, seed: SEED });

  it.each(Array.from({ length: BATCHES }, (_batch, index) => index + 1))(
    `answers requests, right and wrong, as it is documented to, and none with a 5xx: part %i of ${BATCHES}`,
    async (batch) => {
      const served = await serveStyle([RestLevel2Module]);
      const part = requests.filter((_request, index) => index % BATCHES === batch - 1);
      const sender = new Sender(served.baseUrl);
      const received = await sender.sendAll(part, await authorizations(served, part)).finally(() => sender.close());
      const answers = part.map((request, index) => ({ request, ...(received[index] as Received) }));
      answered.push(...answers);
      expect(answers.filter(({ status }) => status >= 500).map(said)).toEqual([]);
      expect(served.defects).toEqual([]);
      expect([...new Set(served.undocumented)]).toEqual([]);
      await served.close();
    },
    120_000,
  );

  it('is asked enough for that to mean something', () => {
    console.info(summaryOf(answered));
    expect(answered.length).toBe(REQUESTS);
    expect(reachedBy(answered).length).toBeGreaterThanOrEqual(LEAST_REACHED);
  });
});

type Answered = Received & { readonly request: GeneratedRequest };

function said({ request: { asker, method, path, headers, body }, status }: Answered): string {
  return `${status} ${asker}: ${method} ${path} ${JSON.stringify(headers)} ${body?.toString().slice(0, 500) ?? ''}`;
}

async function authorizations(
  served: ServedStyle,
  requests: readonly GeneratedRequest[],
): Promise<(request: GeneratedRequest) => string | undefined> {
  const tokens = new Map<Asker, string | undefined>([
    ['nobody', undefined],
    ['forger', 'Bearer no.token.of-ours'],
  ]);
  for (const { asker } of requests) {
    if (asker === 'nobody' || asker === 'forger' || tokens.has(asker)) continue;
    tokens.set(asker, `Bearer ${await served.tokenFor(asker)}`);
  }
  return ({ asker }) => tokens.get(asker);
}

/** The operations of the catalogue that succeeded at least once. */
function reachedBy(answered: readonly Answered[]): readonly string[] {
  const succeeded = new Set(answered.filter(({ status }) => status < 300).map(({ request }) => request.operationId));
  return OPERATION_NAMES.filter((name) => succeeded.has(name));
}

function summaryOf(answered: readonly Answered[]): string {
  const counts = new Map<number, number>();
  for (const { status } of answered) counts.set(status, (counts.get(status) ?? 0) + 1);
  const byStatus = [...counts]
    .toSorted(([one], [other]) => one - other)
    .map(([status, count]) => `${status}: ${count}`);
  const reached = reachedBy(answered);
  const missed = OPERATION_NAMES.filter((name) => !reached.includes(name));
  return `${answered.length} answers (${byStatus.join(', ')}); ${reached.length} of ${OPERATION_NAMES.length} operations succeeded${missed.length > 0 ? `, not so ${missed.join(', ')}` : ''}.`;
}
