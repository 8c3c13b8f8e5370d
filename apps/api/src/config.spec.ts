import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  RUNGS_CURSOR_SECRET: 'x'.repeat(32),
  RUNGS_JWKS_URL: 'https://issuer.example/jwks.json',
};

function complaintsAbout(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('The configuration was accepted.');
}

describe('readConfig', () => {
  it('needs nothing at all in development', () => {
    expect(readConfig({ PATH: '/bin' })).toMatchObject({
      isProduction: false,
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('names every variable that is wrong at once, and what is allowed', () => {
    const message = complaintsAbout({ PORT: '70000', NODE_ENV: 'prod', LOG_LEVEL: 'loud', HOST: 'a b' });
    expect(message.split('\n')).toEqual([
      'The configuration cannot be used:',
      '  NODE_ENV is "prod"; allowed: development, production, test.',
      '  HOST is "a b"; allowed: a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0.',
      '  PORT is "70000"; allowed: a whole number from 0 (any free port) to 65535.',
      '  LOG_LEVEL is "loud"; allowed: trace, debug, info, warn, error, fatal, silent.',
    ]);
  });

  it.each(['-1', '3000.5', '0x10', '1e3', 'http'])('refuses %s as a port', (PORT) => {
    expect(complaintsAbout({ PORT })).toContain(`PORT is "${PORT}"`);
  });

  it('limits what one actor may ask, unless told not to', () => {
    expect(readConfig({}).rateLimitPerMinute).toBe(600);
    expect(readConfig({ RATE_LIMIT_PER_MINUTE: '0' }).rateLimitPerMinute).toBe(0);
    for (const RATE_LIMIT_PER_MINUTE of ['-1', '1.5', '100001', 'none']) {
      expect(complaintsAbout({ RATE_LIMIT_PER_MINUTE })).toContain(`RATE_LIMIT_PER_MINUTE is`);
    }
  });

  it('limits how many streams of events one actor may have open, unless told not to', () => {
    expect(readConfig({}).eventStreamsPerActor).toBe(10);
    expect(readConfig({ EVENT_STREAMS_PER_ACTOR: '0' }).eventStreamsPerActor).toBe(0);
    for (const EVENT_STREAMS_PER_ACTOR of ['-1', '1.5', '1001', 'none']) {
      expect(complaintsAbout({ EVENT_STREAMS_PER_ACTOR })).toContain('EVENT_STREAMS_PER_ACTOR is');
    }
  });

  it('lets GraphQL run any document, unless told that they have to be trusted', () => {
    expect(readConfig({}).graphqlDocuments).toBe('any');
    expect(readConfig({ GRAPHQL_DOCUMENTS: 'trusted' }).graphqlDocuments).toBe('trusted');
    expect(complaintsAbout({ GRAPHQL_DOCUMENTS: 'none' })).toContain(
      'GRAPHQL_DOCUMENTS is "none"; allowed: any, trusted',
    );
  });

  it.each(['main', 'abc123', 'ABCDEF0', `${'0'.repeat(65)}`])('refuses %s as a commit', (RUNGS_COMMIT) => {
    expect(complaintsAbout({ RUNGS_COMMIT })).toContain('RUNGS_COMMIT is');
  });

  it('takes the paths of level 3 plain or scrambled, and says so to whoever means something else', () => {
    expect(readConfig({ RUNGS_LEVEL3_PATHS: 'scrambled' })).toEqual(readConfig({ RUNGS_LEVEL3_PATHS: 'plain' }));
    expect(complaintsAbout({ RUNGS_LEVEL3_PATHS: 'scramble' })).toContain(
      'RUNGS_LEVEL3_PATHS is "scramble"; allowed: plain, scrambled.',
    );
  });

  it('never repeats what a secret was set to', () => {
    const message = complaintsAbout({ DATABASE_URL: 'mysql://ann:hunter2@db/x', RUNGS_CURSOR_SECRET: 'hunter2' });
    expect(message).toContain('DATABASE_URL is not usable; allowed: postgres://');
    expect(message).toContain('RUNGS_CURSOR_SECRET is not usable');
    expect(message).not.toContain('hunter2');
  });

  it('wants the shared secrets to be given in production', () => {
    const message = complaintsAbout({ NODE_ENV: 'production' });
    expect(message).toContain('RUNGS_CURSOR_SECRET is not set');
    expect(message).toContain('RUNGS_JWKS_URL is not set');
    expect(readConfig(PRODUCTION)).toMatchObject({ isProduction: true });
  });

  it('takes the keys of the token issuer by address or as they are', () => {
    expect(readConfig(PRODUCTION).tokens.keys).toEqual(new URL('https://issuer.example/jwks.json'));
    const { RUNGS_JWKS_URL: _url, ...rest } = PRODUCTION;
    expect(readConfig({ ...rest, RUNGS_JWKS: '{"keys":[]}' }).tokens.keys).toEqual({ keys: [] });
    expect(complaintsAbout({ RUNGS_JWKS: '{"keys":1}' })).toContain('RUNGS_JWKS is');
  });
});
