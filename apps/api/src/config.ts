import { z } from 'zod';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** See `DocumentsPolicy` of the GraphQL style. */
const GRAPHQL_DOCUMENTS = ['any', 'trusted'] as const;
const ENVIRONMENTS = ['development', 'production', 'test'] as const;
/** Level 3 reads this itself, where its paths are made, and takes anything else for the first; here a slip is refused. */
const LEVEL3_PATHS = ['plain', 'scrambled'] as const;

/** What the application was told by its environment. */
export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Without one, an embedded PostgreSQL is started. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  /** Requests that one actor may make within a minute, in each process; 0 is as many as they like. */
  readonly rateLimitPerMinute: number;
  /** Streams of events that one actor may have open at a time, in each process; 0 is as many as they like. */
  readonly eventStreamsPerActor: number;
  /** Which documents the GraphQL style runs: any that is valid and within its limits, or those of our own clients. */
  readonly graphqlDocuments: (typeof GRAPHQL_DOCUMENTS)[number];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Where the embedded database and the secrets of development are kept; found by itself when absent. */
  readonly dataDirectory: string | undefined;
  /** What this was built from, for the figures of the lab; found by itself in a checkout when absent. */
  readonly commit: string | undefined;
  /** Signs the cursors of lists; made and kept in development when absent. */
  readonly cursorSecret: string | undefined;
  readonly tokens: {
    readonly issuer: string;
    readonly audience: string;
    /** The issuer's published keys; a key of our own is made and kept in development when absent. */
    readonly keys: URL | { readonly keys: readonly object[] } | undefined;
  };
}

/** The environment cannot be used. The message has a line for each variable that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const isUrl = (text: string, ...protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const ALLOWED = {
  NODE_ENV: ENVIRONMENTS.join(', '),
  HOST: 'a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PORT: 'a whole number from 0 (any free port) to 65535',
  DATABASE_URL: 'postgres://user:password@host:5432/database',
  DATABASE_POOL_SIZE: 'a whole number from 1 to 100',
  RATE_LIMIT_PER_MINUTE: 'a whole number from 0 (no limit) to 100000: requests of one actor to one process',
  EVENT_STREAMS_PER_ACTOR: 'a whole number from 0 (no limit) to 1000: open at a time, of one actor from one process',
  GRAPHQL_DOCUMENTS: `${GRAPHQL_DOCUMENTS.join(', ')}: trusted runs what our own clients ask, and nothing else`,
  LOG_LEVEL: LOG_LEVELS.join(', '),
  RUNGS_DATA_DIRECTORY: 'the path of a directory',
  RUNGS_COMMIT: 'the hash of the commit that this was built from: 7 to 64 hexadecimal digits',
  RUNGS_LEVEL3_PATHS: LEVEL3_PATHS.join(', '),
  RUNGS_CURSOR_SECRET: 'a text of at least 32 characters, the same for every process; needed in production',
  RUNGS_JWKS_URL: 'where the issuer of bearer tokens publishes its keys: https://…/jwks.json',
  RUNGS_JWKS: 'the keys themselves, instead of RUNGS_JWKS_URL: a JSON Web Key Set, {"keys":[…]}',
  RUNGS_TOKEN_ISSUER: 'a text',
  RUNGS_TOKEN_AUDIENCE: 'a text',
} as const;

type Variable = keyof typeof ALLOWED;

/** These hold secrets or passwords: what they were set to is not repeated in an error. */
const SECRET: readonly Variable[] = ['DATABASE_URL', 'RUNGS_CURSOR_SECRET'];

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);

const SCHEMA = z.object({
  NODE_ENV: z.enum(ENVIRONMENTS).default('development'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  DATABASE_URL: z
    .string()
    .refine((text) => isUrl(text, 'postgres:', 'postgresql:'))
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 100).default(10),
  // Ten a second, all the minute long: more than any screen here asks for, and less than a process can serve to one.
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 100_000).default(600),
  // A few pages on a few devices. Each holds a connection for hours, which the limit on requests does not see.
  EVENT_STREAMS_PER_ACTOR: wholeNumber(0, 1_000).default(10),
  GRAPHQL_DOCUMENTS: z.enum(GRAPHQL_DOCUMENTS).default('any'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  RUNGS_DATA_DIRECTORY: z.string().optional(),
  RUNGS_COMMIT: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
  RUNGS_LEVEL3_PATHS: z.enum(LEVEL3_PATHS).optional(),
  RUNGS_CURSOR_SECRET: z.string().min(32).optional(),
  RUNGS_JWKS_URL: z
    .string()
    .refine((text) => isUrl(text, 'https:', 'http:'))
    .optional(),
  RUNGS_JWKS: z.string().transform(keySetOf).optional(),
  RUNGS_TOKEN_ISSUER: z.string().default('rungs'),
  RUNGS_TOKEN_AUDIENCE: z.string().default('rungs'),
} satisfies Record<Variable, z.ZodType>);

/**
 * Reads the configuration; an empty variable is an absent one.
 * @throws ConfigError that names every variable that is wrong, and what is allowed.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    (Object.keys(ALLOWED) as Variable[]).map((name) => [name, environment[name] || undefined]),
  );
  const parsed = SCHEMA.safeParse(given);
  const wrong = [
    ...new Set((parsed.error?.issues ?? []).map(({ path }) => complaintAbout(path[0] as Variable, given))),
    ...missingInProduction(given),
  ];
  if (!parsed.success || wrong.length > 0) {
    throw new ConfigError(['The configuration cannot be used:', ...wrong.map((line) => `  ${line}`)].join('\n'));
  }
  const read = parsed.data;
  return {
    isProduction: read.NODE_ENV === 'production',
    host: read.HOST,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    databasePoolSize: read.DATABASE_POOL_SIZE,
    rateLimitPerMinute: read.RATE_LIMIT_PER_MINUTE,
    eventStreamsPerActor: read.EVENT_STREAMS_PER_ACTOR,
    graphqlDocuments: read.GRAPHQL_DOCUMENTS,
    logLevel: read.LOG_LEVEL,
    dataDirectory: read.RUNGS_DATA_DIRECTORY,
    commit: read.RUNGS_COMMIT,
    cursorSecret: read.RUNGS_CURSOR_SECRET,
    tokens: {
      issuer: read.RUNGS_TOKEN_ISSUER,
      audience: read.RUNGS_TOKEN_AUDIENCE,
      keys: read.RUNGS_JWKS ?? (read.RUNGS_JWKS_URL === undefined ? undefined : new URL(read.RUNGS_JWKS_URL)),
    },
  };
}

function complaintAbout(name: Variable, given: Readonly<Record<string, string | undefined>>): string {
  const was = SECRET.includes(name) ? 'is not usable' : `is ${JSON.stringify(given[name])}`;
  return `${name} ${was}; allowed: ${ALLOWED[name]}.`;
}

/** Secrets that development makes for itself must be given in production, where several processes share them. */
function missingInProduction(given: Readonly<Record<string, string | undefined>>): string[] {
  if (given['NODE_ENV'] !== 'production') return [];
  const missing: Variable[] = [];
  if (given['RUNGS_CURSOR_SECRET'] === undefined) missing.push('RUNGS_CURSOR_SECRET');
  if (given['RUNGS_JWKS_URL'] === undefined && given['RUNGS_JWKS'] === undefined) missing.push('RUNGS_JWKS_URL');
  return missing.map((name) => `${name} is not set, and NODE_ENV is production; allowed: ${ALLOWED[name]}.`);
}

function keySetOf(text: string, context: z.core.$RefinementCtx): { readonly keys: readonly object[] } {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'keys' in parsed && Array.isArray(parsed.keys)) {
      return { keys: parsed.keys as object[] };
    }
  } catch {
    // Refused below like any other text that is no key set.
  }
  context.addIssue('is no JSON Web Key Set');
  return z.NEVER;
}
