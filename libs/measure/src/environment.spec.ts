import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const asked: string[] = [];
const answering = (answer: Response) => ({
  baseUrl: 'http://127.0.0.1:3000',
  fetch: async (url: string | URL | Request) => (asked.push(String(url)), answer),
});

describe('a server’s environment', () => {
  it('is what it tells of itself, and nothing that nobody asked for', async () => {
    const told = {
      schema: 'rungs.environment/1',
      node: 'v24.0.0',
      cpu: 'Imaginary x 2',
      postgres: '18.4',
      rungs: '0.1.0',
    };
    expect(await readEnvironment(answering(Response.json(told)))).toEqual({
      node: 'v24.0.0',
      cpu: 'Imaginary x 2',
      postgres: '18.4',
    });
    expect(asked).toEqual(['http://127.0.0.1:3000/lab/environment']);
  });

  it('leaves out what is no text', async () => {
    expect(await readEnvironment(answering(Response.json({ commit: null, node: 24 })))).toEqual({});
  });

  it('is not known where it tells nothing, as in production', async () => {
    expect(await readEnvironment(answering(new Response(null, { status: 404 })))).toBeUndefined();
  });
});
