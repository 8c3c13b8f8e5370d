import { describe, expect, it } from 'vitest';
import { answers } from './answers.ts';

const cancelOrder = { title: 'Cancel the order', method: 'PUT', properties: [{ name: 'version' }] };

describe('an answer of level 3', () => {
  it.each([
    [['_links', 'self', 'href']],
    [['_templates', 'cancelOrder', 'properties', '0', 'name']],
    [['_embedded', 'item', '0', '_links', 'self', 'href']],
  ])('controls what comes next by %j', (path) => {
    expect(answers.kindOf(path)).toBe('control');
  });

  it.each([[['state']], [['total', 'amount']], [['_embedded', 'item', '0', 'name']]])(
    'says %j of the thing',
    (path) => {
      expect(answers.kindOf(path)).toBe('data');
    },
  );

  it('tells what may be done next by its forms', () => {
    const order = { state: 'APPROVED', _templates: { cancelOrder, reviseOrder: {} } };
    expect(answers.actionsIn(order)).toEqual([
      { name: 'cancelOrder', source: '_templates' },
      { name: 'reviseOrder', source: '_templates' },
    ]);
  });

  it('tells as well what may be done with what it embeds, one or several', () => {
    const list = {
      _embedded: { item: [{ _templates: { one: {} } }, {}], single: { _templates: { other: {} } } },
      _templates: { own: {} },
    };
    expect(answers.actionsIn(list).map(({ name }) => name)).toEqual(['own', 'one', 'other']);
  });

  it('calls a form that has no name of its own by its title', () => {
    expect(answers.actionsIn({ _templates: { default: cancelOrder } })).toEqual([
      { name: 'Cancel the order', source: '_templates' },
    ]);
  });

  it.each([[{ state: 'DELIVERED' }], [[]], ['text'], [null], [{ _templates: null, _embedded: { item: [null] } }]])(
    'tells nothing where there is no form: %j',
    (body) => {
      expect(answers.actionsIn(body)).toEqual([]);
    },
  );
});
