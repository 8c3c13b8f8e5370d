import { PERSONAS, type TicketView } from '@rungs/application';
import { Refusal, type Actor } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { Embedding, ITEMS } from '../embedding.ts';
import {
  representAcceptances,
  representAcceptanceSheet,
  representTicket,
  representTickets,
} from './kitchen.representation.ts';

const { ann, luigi, sam } = PERSONAS;
const awaiting: TicketView = { orderId: 'o-1', version: 3, state: 'AWAITING_ACCEPTANCE', actions: ['acceptTicket'] };
const cooking: TicketView = { orderId: 'o-2', version: 5, state: 'PREPARING', actions: ['finishPreparing'] };

const list = (actor: Actor, items: readonly TicketView[] = [cooking, awaiting], embed = '') =>
  representTickets(
    { items, cursors: [] },
    '/level3/tickets',
    actor,
    Embedding.askedBy({ headers: {}, query: { embed } }, ITEMS),
  );

describe('a list of tickets', () => {
  it('says where each is, and how far', () => {
    expect(list(luigi)).not.toHaveProperty('_embedded');
    expect(list(luigi)._links.item).toEqual([
      { href: '/level3/tickets/o-2', title: 'PREPARING' },
      { href: '/level3/tickets/o-1', title: 'AWAITING_ACCEPTANCE' },
    ]);
  });

  it('has them with it for who asks, each as it says of itself', () => {
    const { _embedded, _links } = list(luigi, undefined, 'item');
    expect(_embedded?.item).toEqual([representTicket(cooking), representTicket(awaiting)]);
    expect(_links).not.toHaveProperty('item');
  });

  it('lets the restaurant accept at once what awaits acceptance: only the times are to be filled in', () => {
    const { acceptTickets } = list(luigi)._templates ?? {};
    expect(acceptTickets?.target).toBe('/level3/ticket-acceptances');
    expect(acceptTickets?.properties.map(({ name, type, value, prompt }) => [name, type, value ?? prompt])).toEqual([
      ['tickets.0.orderId', 'hidden', 'o-1'],
      ['tickets.0.expectedVersion', 'hidden', '3'],
      ['tickets.0.readyBy', 'text', 'Order o-1: ready by'],
      ['idempotencyKey', 'hidden', 'Key of this one request'],
    ]);
  });

  it('has no such form where nothing awaits acceptance, and neither form nor sheet for others', () => {
    expect(list(luigi, [cooking])).not.toHaveProperty('_templates');
    expect(list(luigi, [cooking])._links).toHaveProperty('rungs:sheet');
    for (const actor of [ann, sam]) {
      expect(list(actor)).not.toHaveProperty('_templates');
      expect(list(actor)._links).not.toHaveProperty('rungs:sheet');
    }
  });
});

describe('the sheet to accept tickets', () => {
  const rowsFor = (actor: Actor, count?: number) =>
    representAcceptanceSheet('/sheet', count, actor)._templates?.['acceptTickets']?.properties.filter(({ name }) =>
      name.endsWith('.orderId'),
    ).length;

  it('has as many rows as one asks for, for tickets of any page', () => {
    expect([rowsFor(luigi), rowsFor(luigi, 50)]).toEqual([10, 50]);
  });

  it('has no form for others', () => {
    expect(rowsFor(sam)).toBeUndefined();
  });
});

describe('several acceptances', () => {
  it('say of each what it would have met alone', () => {
    const stale = new Refusal('stale-version', { expectedVersion: 1, currentVersion: 2 }).toData();
    const unknown = new Refusal('ticket-not-found', { id: 'o-3' }).toData();
    const { _embedded } = representAcceptances([
      { orderId: 'o-1', ticket: { ...awaiting, state: 'ACCEPTED' } },
      { orderId: 'o-2', refusal: stale },
      { orderId: 'o-3', refusal: unknown },
    ]);
    expect(_embedded?.item).toMatchObject([
      { orderId: 'o-1', status: 200, _embedded: { 'rungs:ticket': { state: 'ACCEPTED' } } },
      { orderId: 'o-2', status: 412, problem: { code: 'stale-version', currentVersion: 2 }, _links: { about: {} } },
      { orderId: 'o-3', status: 404, problem: { code: 'ticket-not-found' } },
    ]);
    expect((_embedded?.item as readonly object[])[2]).not.toHaveProperty('_links');
  });
});
