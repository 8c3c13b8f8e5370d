import { expect, it } from 'vitest';
import { exchange, measured } from './fixture.ts';
import { toldBy } from './told.ts';

it('says each action once, with all whose answers told it', () => {
  const cancel = { name: 'cancel', source: '_templates' };
  const cell = measured('rest-level-3', [
    exchange({ actions: [cancel] }),
    exchange({ n: 2, label: 'ticket', actions: [cancel, { name: 'accept', source: '_templates' }, cancel] }),
  ]);
  expect(toldBy(cell)).toEqual([
    { name: 'cancel', source: '_templates', by: ['order', 'ticket'] },
    { name: 'accept', source: '_templates', by: ['ticket'] },
  ]);
});

it('does not take the same name from another source for the same', () => {
  const cell = measured('graphql', [
    exchange({
      actions: [
        { name: 'cancel', source: 'availableActions' },
        { name: 'cancel', source: 'actions' },
      ],
    }),
  ]);
  expect(toldBy(cell)).toHaveLength(2);
});
