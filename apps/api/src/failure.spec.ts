import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { startFailureSentence } from './failure.ts';

const failure = (members: object): Error => Object.assign(new Error('nobody reads this'), members);

describe('startFailureSentence', () => {
  const config = readConfig({ PORT: '3000' });

  it('says what to do about a port that is taken or forbidden', () => {
    expect(startFailureSentence(failure({ code: 'EADDRINUSE', syscall: 'listen' }), config)).toContain('PORT=3001');
    expect(startFailureSentence(failure({ code: 'EACCES', syscall: 'listen' }), config)).toContain('above 1023');
  });

  it('says which directory cannot be written', () => {
    const sentence = startFailureSentence(failure({ code: 'EROFS', path: '/srv/rungs' }), config);
    expect(sentence).toContain('/srv/rungs');
    expect(sentence).toContain('RUNGS_DATA_DIRECTORY');
  });

  it('says that a database with tables of others is not for us', () => {
    const error = Object.assign(new Error('relation "orders" already exists'), { code: '42P07' });
    const sentence = startFailureSentence(error, config);
    expect(sentence).toContain('(relation "orders" already exists)');
    expect(sentence).toContain('DATABASE_URL');
  });

  it('says what a user without rights needs', () => {
    const error = Object.assign(new Error('permission denied for schema public'), { code: '42501' });
    expect(startFailureSentence(error, config)).toContain('owner');
  });

  it('leaves what nobody foresaw as it is', () => {
    expect(startFailureSentence(new TypeError('x is not a function'), config)).toBeUndefined();
  });
});
