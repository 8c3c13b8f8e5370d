import { PERSONAS } from '@rungs/application';
import { ANONYMOUS } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { representHome } from './home.representation.ts';

const relations = (actor: Parameters<typeof representHome>[0]) => Object.keys(representHome(actor)._links);

describe('the entry point', () => {
  it('shows the anonymous the restaurants and nothing else', () => {
    expect(relations(ANONYMOUS)).toEqual([
      'self',
      'profile',
      'rungs:restaurants',
      'rungs:restaurant',
      'rungs:menu',
      'rungs:menu-item',
      'rungs:photo',
    ]);
  });

  it('shows a consumer the way to oneself, orders, history and baskets', () => {
    expect(representHome(PERSONAS.ann)._links['rungs:me']).toEqual({
      href: `/level3/consumers/${PERSONAS.ann.consumerId}`,
    });
    expect(relations(PERSONAS.ann)).toEqual(
      expect.arrayContaining(['rungs:orders', 'rungs:order-history', 'rungs:basket', 'rungs:bill']),
    );
  });

  it('shows staff and couriers the way to themselves', () => {
    const me = (actor: Parameters<typeof representHome>[0]) => representHome(actor)._links['rungs:me']?.href;
    expect(me(PERSONAS.luigi)).toBe(`/level3/restaurants/${PERSONAS.luigi.restaurantId}`);
    expect(me(PERSONAS.dana)).toBe(`/level3/couriers/${PERSONAS.dana.courierId}`);
    expect(me(PERSONAS.sam)).toBeUndefined();
  });

  it('shows the lists of people to support alone', () => {
    for (const list of ['rungs:consumers', 'rungs:couriers']) {
      expect(relations(PERSONAS.sam)).toContain(list);
      for (const actor of [PERSONAS.ann, PERSONAS.luigi, PERSONAS.dana]) expect(relations(actor)).not.toContain(list);
    }
  });

  it('lets newcomers register, with a key of their own, and nobody who is somebody', () => {
    const forms = representHome(ANONYMOUS)._templates;
    expect(forms?.['registerConsumer']).toMatchObject({ method: 'POST', target: '/level3/consumers' });
    for (const actor of Object.values(PERSONAS)) expect(representHome(actor)._templates).toEqual({});
  });

  it('shows a courier neither bills nor baskets nor histories', () => {
    for (const hidden of ['rungs:bill', 'rungs:basket', 'rungs:order-history']) {
      expect(relations(PERSONAS.dana)).not.toContain(hidden);
    }
  });

  it('marks every link that has to be filled in', () => {
    for (const { href, templated } of Object.values(representHome(PERSONAS.sam)._links).flat()) {
      expect(templated ?? false).toBe(href.includes('{'));
    }
  });
});
