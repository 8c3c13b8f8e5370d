import { isDeepStrictEqual } from 'node:util';
import { PERSONAS } from '@rungs/application';
import type { BenchOptions } from './command-line.ts';
import { PRODUCT, RAW, startMeasured, type MeasuredServer, type ServerProgram } from './measured-server.ts';
import {
  LEVEL2_PROGRAM,
  PROGRAMS,
  REFERENCE_PROGRAM,
  type BenchRequest,
  type Program,
  type ServerId,
} from './programs.ts';
import { HISTORY_ROWS, SCREENS, type ScreenId } from './raw-statements.ts';
import { amountFor, measureRound, type Round } from './rounds.ts';
import { signInAsAnn } from './sign-in.ts';

export interface BenchSetting extends BenchOptions {
  /** Of a database that may be filled with demo data. */
  readonly databaseUrl: string;
  /** For the servers' Node, and their environment: how specs run them from the source. */
  readonly nodeArguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

/** All rounds of one program for one screen. */
export interface Measured {
  readonly screen: ScreenId;
  readonly program: Program;
  readonly rounds: readonly Round[];
}

/** Measures every program for both screens, round by round: within a round each is asked once. */
export async function bench(setting: BenchSetting): Promise<readonly Measured[]> {
  const { authorization, keySet } = signInAsAnn();
  const servers = await startServers(setting, keySet);
  try {
    const orderIds = await orderIdsOf(servers.production.baseUrl, authorization);
    const measured: { screen: ScreenId; program: Program; measure: () => Promise<Round>; rounds: Round[] }[] = [];
    for (const screen of SCREENS) {
      await holdAgainstEachOther(servers, screen, orderIds, authorization);
      for (const program of PROGRAMS) {
        setting.say(`Warming up: ${screen}, ${program.title} …`);
        const requests = orderIds.map((orderId) => signedIn(program.request(screen, orderId), authorization));
        const server = servers[program.server];
        const amount = await amountFor(server, requests, setting);
        const { connections } = setting;
        const measure = (): Promise<Round> => measureRound(server, requests, { connections, amount });
        measured.push({ screen, program, measure, rounds: [] });
      }
    }
    for (let round = 0; round < setting.rounds; round++) {
      setting.say(`Round ${round + 1} of ${setting.rounds} …`);
      // Each round begins with another program, so that none always follows the same one.
      const first = round % measured.length;
      for (const { measure, rounds } of [...measured.slice(first), ...measured.slice(0, first)]) {
        rounds.push(await measure());
      }
    }
    return measured;
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

async function startServers(
  { databaseUrl, nodeArguments = [], environment = {} }: BenchSetting,
  keySet: string,
): Promise<Readonly<Record<ServerId, MeasuredServer>>> {
  const program = (script: URL, own: Readonly<Record<string, string>>): ServerProgram => ({
    script,
    nodeArguments,
    environment: { ...environment, DATABASE_URL: databaseUrl, ...own },
  });
  const product = (nodeEnvironment: string): ServerProgram =>
    program(PRODUCT, {
      NODE_ENV: nodeEnvironment,
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
      RUNGS_JWKS: keySet,
      RUNGS_CURSOR_SECRET: 'only for the minutes of this measurement',
    });
  // The one in development fills the database; all are asked only when it has.
  const starting = [
    startMeasured(product('development')),
    startMeasured(product('production')),
    startMeasured(program(RAW, { NODE_ENV: 'production' })),
  ] as const;
  try {
    const [development, production, raw] = await Promise.all(starting);
    return { development, production, raw };
  } catch (error) {
    const started = await Promise.allSettled(starting);
    for (const server of started) if (server.status === 'fulfilled') await server.value.stop();
    throw error;
  }
}

function signedIn(request: BenchRequest, authorization: string): BenchRequest {
  return { ...request, headers: { ...request.headers, authorization } };
}

/** Ann's latest orders: several, so that no cache knows the one answer. */
async function orderIdsOf(baseUrl: string, authorization: string): Promise<readonly string[]> {
  const query = `{ orders(first: ${HISTORY_ROWS}, filter: { consumerId: "${PERSONAS.ann.consumerId}" }) { nodes { orderId } } }`;
  const request = { ...REFERENCE_PROGRAM.request('order-history', ''), body: JSON.stringify({ query }) };
  const answer = (await answerTo(baseUrl, signedIn(request, authorization))) as {
    data: { orders: { nodes: { orderId: string }[] } };
  };
  return answer.data.orders.nodes.map(({ orderId }) => orderId);
}

/** @throws Error when a program does not answer what the others answer: then it did other work, and its time is void */
async function holdAgainstEachOther(
  servers: Readonly<Record<ServerId, MeasuredServer>>,
  screen: ScreenId,
  orderIds: readonly string[],
  authorization: string,
): Promise<void> {
  for (const orderId of screen === 'order-details' ? orderIds : orderIds.slice(0, 1)) {
    const answerOf = ({ server, request }: Program): Promise<unknown> =>
      answerTo(servers[server].baseUrl, signedIn(request(screen, orderId), authorization));
    const expected = await answerOf(REFERENCE_PROGRAM);
    for (const program of PROGRAMS) {
      const answer = await answerOf(program);
      // Level 2 shows the same in a shape of its own.
      if (program !== LEVEL2_PROGRAM && !isDeepStrictEqual(dataOf(answer), dataOf(expected))) {
        throw new Error(
          `${program.title} answers ${screen} of ${orderId} with\n${JSON.stringify(answer)}\nand not with\n${JSON.stringify(expected)}`,
        );
      }
    }
  }
}

const dataOf = (answer: unknown): unknown => (answer as { data?: unknown }).data;

async function answerTo(baseUrl: string, { path, ...init }: BenchRequest): Promise<unknown> {
  const response = await fetch(`${baseUrl}${path}`, init);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${init.method} ${path} was answered ${response.status}: ${text}`);
  const answer = JSON.parse(text) as { errors?: unknown };
  if (answer.errors !== undefined) throw new Error(`${init.method} ${path} was answered with errors: ${text}`);
  return answer;
}
