import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changesBetween, CHANGES_FILE, listOf, nextSnapshot, snapshotOf, SNAPSHOT_FILE, sourceSdl } from './schema.mjs';

const snapshot = readFileSync(SNAPSHOT_FILE, 'utf8');

describe('the snapshot of the schema', () => {
  it('is the schema as it is: what changed is named, and how bad it is', async () => {
    expect(listOf(await changesBetween(snapshot, await snapshotOf(sourceSdl()))), 'run "npm run schema"').toBe('');
  });

  it('says it in the very same words, descriptions and costs included', async () => {
    expect(await snapshotOf(sourceSdl()), 'run "npm run schema"').toBe(snapshot);
  });

  it('is the same in whichever order types are written down', async () => {
    const types = snapshot.split(/\n\n(?=""")/);
    expect(await snapshotOf(types.reverse().join('\n\n'))).toBe(snapshot);
  });
});

describe('a new snapshot', () => {
  const date = '2026-11-22';
  const planted = (from: string, to: string): string => {
    expect(snapshot).toContain(from);
    return snapshot.replace(from, to);
  };
  const written = (after: string, reason?: string) => nextSnapshot({ before: snapshot, after, reason, date });

  const HARMFUL = [
    [
      'a field that is gone',
      '  placedAt: DateTime!\n',
      '',
      "BREAKING: Field 'placedAt' was removed from object type 'Order'",
    ],
    [
      'a field that may be null now',
      'placedAt: DateTime!',
      'placedAt: DateTime',
      "BREAKING: Field 'Order.placedAt' changed type",
    ],
    ['an input that must be given now', 'deliveryNote: String\n', 'deliveryNote: String!\n', 'BREAKING: Input field'],
    ['an argument that is gone', '    sort: OrderSort! = NEWEST_FIRST\n', '', "BREAKING: Argument 'sort"],
    ['a default that is another now', '= NEWEST_FIRST', '= OLDEST_FIRST', 'DANGEROUS: Default value'],
    ['an enum value that programs do not know', 'enum Vehicle {', 'enum Vehicle {\n  TRAM\n', 'DANGEROUS: Enum value'],
  ] as const;

  it.each(HARMFUL)('with %s is refused, and nothing is written', async (_what, from, to, says) => {
    const { refused, ...rest } = await written(planted(from, to));
    expect(listOf(refused ?? [])).toContain(says);
    expect(rest).toEqual({});
    expect(await written(planted(from, to), '  ')).toHaveProperty('refused');
  });

  it.each(HARMFUL)('with %s is written with its reason', async (_what, from, to, says) => {
    const after = planted(from, to);
    const { snapshot: next, entry } = await written(after, 'Nobody asks for it any more.');
    expect(next).toBe(await snapshotOf(after));
    expect(entry).toContain(`## ${date}\n\nNobody asks for it any more.\n\n- ${says}`);
  });

  it('with more in it than before needs no reason', async () => {
    const more = planted('  placedAt: DateTime!\n', '  placedAt: DateTime!\n  weighedAt: DateTime\n');
    expect(await written(more)).toEqual({ snapshot: await snapshotOf(more) });
    expect(listOf(await changesBetween(snapshot, more))).toBe(
      "- NON_BREAKING: Field 'weighedAt' was added to object type 'Order'",
    );
  });

  it('that caches alone read otherwise needs no reason, but one with another price does', async () => {
    const hinted = planted('  placedAt: DateTime!\n', '  placedAt: DateTime! @cacheControl(scope: PUBLIC)\n');
    expect(await written(hinted)).toEqual({ snapshot: await snapshotOf(hinted) });
    const dearer = planted('  placedAt: DateTime!\n', '  placedAt: DateTime! @cost(weight: "7")\n');
    expect(await written(dearer)).toMatchObject({ refused: [{ level: 'DANGEROUS' }] });
  });

  it('has a list of reasons to add to', () => {
    expect(readFileSync(CHANGES_FILE, 'utf8')).toMatch(/^# /);
  });
});
