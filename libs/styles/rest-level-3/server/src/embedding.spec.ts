import { describe, expect, it, vi } from 'vitest';
import { Embedding } from './embedding.ts';

const OFFERED = ['item', 'rungs:restaurant', 'rungs:bill'] as const;

const asked = (embed?: string | string[], prefer?: string) =>
  Embedding.askedBy({ headers: { ...(prefer !== undefined && { prefer }) }, query: { embed } }, OFFERED);

/** What comes of it, and what is said of that. */
function heeded(embed?: string | string[], prefer?: string) {
  const header = vi.fn();
  const { relations } = asked(embed, prefer).heeded({ header, getHeader: () => undefined } as never);
  return { relations, header };
}

describe('what a client wants embedded', () => {
  it.each([
    ['nothing, where it says nothing', undefined, undefined, []],
    ['nothing, where it says so', '', 'transclude=""', []],
    ['said in an address, as a template has it', 'item,rungs:bill', undefined, ['item', 'rungs:bill']],
    ['or by the variable several times', ['rungs:bill', 'item'], undefined, ['item', 'rungs:bill']],
    ['preferred, as the draft has it', undefined, 'transclude="item;rungs:bill"', ['item', 'rungs:bill']],
    ['one of them, without quotes', undefined, 'transclude=rungs:bill', ['rungs:bill']],
    ['among other preferences', undefined, 'return=minimal, transclude="item", wait=5', ['item']],
    ['by the URI of a relation', undefined, 'transclude="https://rungs.example/level3/rels/bill"', ['rungs:bill']],
    ['or by its path', undefined, 'transclude="/level3/rels/bill;item"', ['item', 'rungs:bill']],
    ['in both ways at once', 'item', 'transclude=rungs:bill', ['item', 'rungs:bill']],
    ['twice, which is once', 'item,item', 'transclude=item', ['item']],
  ])('is %s', (_said, embed, prefer, relations) => {
    expect(heeded(embed, prefer).relations).toEqual(relations);
  });

  it('draft-inadarei-prefer-transclude: what was preferred and can be embedded is what was applied', () => {
    expect(heeded(undefined, 'transclude="rungs:bill;item;next"').header).toHaveBeenCalledExactlyOnceWith(
      'preference-applied',
      'transclude="item;rungs:bill"',
    );
    expect(heeded('item').header).not.toHaveBeenCalled();
  });

  it('RFC 7240 §2: a preference for what cannot be embedded is ignored', () => {
    expect(heeded(undefined, 'transclude="rungs:courier;coffee"').relations).toEqual([]);
  });

  it.each(['coffee', 'item,rungs:courier', '__proto__'])(
    'is refused where an address wants what is not there: %s',
    (embed) => {
      expect(() => heeded(embed)).toThrow(
        expect.objectContaining({
          code: 'invalid-input',
          details: { errors: [{ path: '/embed', message: 'must be any of item, rungs:restaurant, rungs:bill' }] },
        }),
      );
    },
  );
});
