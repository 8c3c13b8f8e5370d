import { OPERATIONS, PERSONAS, type OperationName } from '@rungs/application';
import { describe, expect, it } from 'vitest';
import { type OwnRelation, RELATIONS } from '../hal.ts';
import { OPERATION_HANDLERS } from '../operations.ts';
import { representHome } from './home.representation.ts';
import { type Descriptor, representProfile } from './profile.representation.ts';
import { isOwnRelation, relationPage, representRelation } from './relation.representation.ts';

const TEMPLATES = Object.entries(representHome(PERSONAS.sam)._links).flatMap(([relation, held]) =>
  [held].flat().flatMap(({ href }) => (href.includes('{') ? [[relation, href] as const] : [])),
);

describe('a relation of ours', () => {
  it.each(Object.keys(RELATIONS))('%s is explained, for people and for programs', (name) => {
    expect(isOwnRelation(name)).toBe(true);
    const said = representRelation(name as OwnRelation);
    expect(said).toMatchObject({ relation: `rungs:${name}`, profile: `/level3/profile#rungs.${name}` });
    expect(said.meaning).toMatch(/\w+ \w+/);
    expect(relationPage(said)).toContain(said.meaning);
  });

  it.each(TEMPLATES)('%s says what its template takes', (name, href) => {
    const { variables, ...said } = representRelation(name.replace('rungs:', '') as OwnRelation);
    expect(variables.map((variable) => variable.name)).toEqual(href.match(/\w+(?=[,}])/g));
    for (const { name: variable, meaning } of variables) {
      expect(meaning, variable).toMatch(/\w+ \w+/);
      expect(relationPage({ ...said, variables })).toContain(`<code>${variable}</code>: ${meaning}`);
    }
  });

  it.each([
    ['sheet', 'rows'],
    ['embed', 'embed'],
  ] as const)('%s, which many things have, says what is left to fill in of each: %s', (relation, variable) => {
    expect(representRelation(relation).variables).toMatchObject([{ name: variable }]);
  });

  it('names the states that a list can be narrowed to: nothing else tells a kitchen how to find what awaits it', () => {
    const states = representRelation('tickets').variables.find(({ name }) => name === 'states');
    expect(states?.choices).toContain('AWAITING_ACCEPTANCE');
    expect(relationPage(representRelation('tickets'))).toContain('<code>AWAITING_ACCEPTANCE</code>');
  });

  it.each(['constructor', '', 'coffee'])('is not %j', (name) => {
    expect(isOwnRelation(name)).toBe(false);
  });
});

describe('the profile', () => {
  const { alps } = representProfile();
  const all = (held: readonly Descriptor[]): Descriptor[] =>
    held.flatMap((descriptor) => [descriptor, ...all(descriptor.descriptor ?? [])]);
  const descriptors = all(alps.descriptor);
  const ids = descriptors.map(({ id }) => id);
  const typed = (id: string) => descriptors.find((descriptor) => descriptor.id === id)?.type;

  it('says each id once', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.filter((id) => !/^[A-Za-z][\w.~-]*$/.test(id ?? ''))).toEqual([]);
  });

  it('refers to nothing that it does not say', () => {
    const referred = descriptors.flatMap(({ href, rt }) => [href, rt].filter((held) => held !== undefined));
    expect(referred.length).toBeGreaterThan(20);
    expect(referred.filter((held) => !ids.includes(held.slice(1)))).toEqual([]);
  });

  it('says of everything what it means', () => {
    const unsaid = descriptors.filter(({ doc, href }) => doc === undefined && href === undefined);
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });

  it('has every relation of ours, safe, with a page', () => {
    for (const relation of Object.keys(RELATIONS)) {
      expect(descriptors).toContainEqual(
        expect.objectContaining({
          name: `rungs:${relation}`,
          type: 'safe',
          link: [{ rel: 'help', href: `/level3/rels/${relation}` }],
        }),
      );
    }
  });

  it('has a form for each change that can be offered, by whether it may be sent twice (RFC 9110 §9.2.2)', () => {
    const offered = (Object.keys(OPERATION_HANDLERS) as OperationName[]).filter(
      (name) => OPERATIONS[name].kind === 'write' && 'verb' in OPERATION_HANDLERS[name],
    );
    expect(offered.filter((name) => typed(name) === undefined)).toEqual([]);
    expect([typed('cancelOrder'), typed('clearBasket')]).toEqual(['idempotent', 'idempotent']);
    expect([typed('refundBill'), typed('reviseOrder')]).toEqual(['unsafe', 'unsafe']);
    expect([typed('placeOrder'), typed('getOrder')]).toEqual([undefined, undefined]);
  });

  it('says of a form what it answers and what it takes, the version by the name that its field has', () => {
    const form = alps.descriptor.find(({ id }) => id === 'refundBill');
    expect(form).toMatchObject({ rt: '#Bill' });
    expect(form?.descriptor?.map(({ name }) => name)).toEqual(['amount', 'reason', 'idempotencyKey']);
    const cancel = alps.descriptor.find(({ id }) => id === 'cancelOrder');
    expect(cancel?.descriptor?.map(({ name }) => name)).toEqual(['version', 'idempotencyKey']);
  });

  it('leads from a list to what is in it', () => {
    const orders = alps.descriptor.find(({ name }) => name === 'rungs:orders');
    expect(orders?.rt).toBe('#Order');
    const order = alps.descriptor.find(({ id }) => id === 'Order');
    expect(order?.descriptor).toContainEqual(expect.objectContaining({ id: 'Order.total', href: '#Money' }));
  });
});
