import { describe, expect, it } from 'vitest';
import { graphqlAddress } from './graphql-address.ts';

describe('a link to GraphiQL', () => {
  it('restores the operation, its variables and who asks', () => {
    const address = { query: '{ viewer { id } }', variables: '{"a":1}', as: 'ann' };
    expect(graphqlAddress(address)).toEqual(address);
  });

  it('may be one that was meant for the endpoint itself: what the page does not know is left out', () => {
    expect(graphqlAddress({ query: '{ a }', operationName: 'A', extensions: '{}' })).toEqual({ query: '{ a }' });
  });

  it('names nobody whom there is not', () => {
    expect(graphqlAddress({ as: 'eve' })).toEqual({});
  });

  it('says nothing where a parameter is empty or no text', () => {
    expect(graphqlAddress({ query: '', variables: 7, as: ['ann'] })).toEqual({});
  });
});
