import { STYLE_CLIENTS } from '@rungs/clients';
import { describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

describe('the two lists of styles', () => {
  it('hold the same ids in the same order, so that no style has a server without a client', () => {
    expect(STYLE_SERVERS.map(({ id }) => id)).toEqual(STYLE_CLIENTS.map(({ style }) => style));
  });
});
