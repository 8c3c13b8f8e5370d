import { RESOURCES, UriMap } from '@rungs/http';
import { describe, expect, it } from 'vitest';
import { scrambled } from './paths.ts';

const plain = new UriMap('/level3', { home: '', ...RESOURCES });
const renamed = new UriMap('/level3', scrambled({ home: '', ...RESOURCES }));
const names = Object.keys(RESOURCES) as (keyof typeof RESOURCES)[];

const variablesOf = (template: string) => template.match(/\{[^}]*\}/g);
const wordsOf = (template: string) =>
  template
    .replaceAll(/\{[^}]*\}/g, '')
    .split('/')
    .filter(Boolean);

describe('scrambled paths', () => {
  it('leave the entry point where clients were told that it is', () => {
    expect(renamed.template('home')).toBe('/level3');
  });

  it.each(names)('say nothing of what is there: %s', (name) => {
    const [prefix, ...words] = wordsOf(renamed.template(name));
    expect([prefix, words]).toEqual(['level3', [expect.stringMatching(/^[a-z]{8}$/)]]);
    expect(wordsOf(plain.template(name))).not.toContain(words[0]);
  });

  it.each(names)('take the same variables, by the same names: %s', (name) => {
    expect(variablesOf(renamed.template(name))).toEqual(variablesOf(plain.template(name)));
  });

  it('are one for each thing, and lead nowhere else', () => {
    expect(new Set(names.map((name) => renamed.route(name))).size).toBe(names.length);
    // A path cannot be made from another one: that of the details does not begin with that of the order.
    const orderId = 'x';
    expect(renamed.href('orderDetails', { orderId })).not.toContain(renamed.href('order', { orderId }));
  });

  it('are the same in every process, so that a bookmark outlives a restart', () => {
    expect(scrambled({ home: '', order: '/orders/{orderId}{?parts}' })).toEqual({
      home: '',
      order: '/utluccsa/{orderId}{?parts}',
    });
  });
});
