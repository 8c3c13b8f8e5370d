import type { Actor, Consumer } from '@rungs/domain';
import {
  byText,
  differing,
  expectValid,
  expectVersion,
  firstPage,
  found,
  long,
  refuse,
  SAID_BY_SERVER,
  type AnswerOf,
  type ModelState,
} from './model-state.ts';
import { consumerSeen, serves } from './model-sight.ts';

// Consumers: who registers, what they say of themselves, and who may see it.

function isSelf(actor: Actor, consumerId: string): boolean {
  return actor.role === 'consumer' && actor.consumerId === consumerId;
}

function find(state: ModelState, actor: Actor, consumerId: string): Consumer {
  const seen = isSelf(actor, consumerId) || actor.role === 'support' || serves(state, actor, consumerId);
  return (seen ? state.consumers.get(consumerId) : undefined) ?? refuse('consumer-not-found');
}

/** The limits, the mail address being nobody else's. */
function expectGood(
  state: ModelState,
  { name, email, addresses }: Partial<Omit<Consumer, 'version'>>,
  self?: string,
): void {
  const anothers = [...state.consumers.values()].some(
    (other) => other.id !== self && other.email.toLowerCase() === email?.toLowerCase(),
  );
  const reads = (text: string): boolean => {
    const [local, domain, ...more] = text.split('@');
    const dotted = domain !== undefined && /^.+\.[^.]+$/.test(domain) && more.length === 0;
    return local !== '' && dotted && !/\s/.test(text) && long(text, 1, 254);
  };
  expectValid({
    '/name/first': name === undefined || long(name.first, 1, 100),
    '/name/last': name === undefined || long(name.last, 1, 100),
    '/email': email === undefined || (reads(email) && !anothers),
    '/addresses': addresses === undefined || addresses.length <= 5,
  });
}

const getConsumer: AnswerOf<'getConsumer'> = (state, actor, { consumerId }) => ({
  outcome: consumerSeen(actor, find(state, actor, consumerId)),
});

const listConsumers: AnswerOf<'listConsumers'> = (state, actor, { limit, text }) => {
  if (actor.role !== 'support') return refuse('forbidden');
  expectValid({ '/text': long(text ?? '', 0, 100) });
  const listed = [...state.consumers.values()]
    .filter(({ name, email }) => found(text, name.first, name.last, email))
    .sort(
      byText(
        ({ name }) => name.last,
        ({ name }) => name.first,
        ({ id }) => id,
      ),
    );
  return firstPage(listed, limit);
};

const registerConsumer: AnswerOf<'registerConsumer'> = (state, actor, { name, email, addresses = [] }) => {
  if (actor.role !== 'anonymous') return refuse('forbidden');
  expectGood(state, { name, email, addresses });
  const consumer: Consumer = { id: SAID_BY_SERVER, version: 1, name, email, addresses };
  return {
    outcome: consumer,
    adopt: ({ id }: Consumer) => void state.consumers.set(id, { ...consumer, id }),
  };
};

const updateConsumer: AnswerOf<'updateConsumer'> = (state, actor, { consumerId, expectedVersion, ...asked }) => {
  const held = find(state, actor, consumerId);
  if (!isSelf(actor, consumerId)) return refuse('forbidden');
  const { name, email, addresses } = asked;
  const changes = differing(held, { name, email, addresses });
  if (Object.keys(changes).length === 0) return { outcome: held, again: true };
  expectVersion(expectedVersion, held);
  expectGood(state, asked as Partial<Consumer>, consumerId);
  const changed = { ...held, ...changes, version: held.version + 1 } as Consumer;
  state.consumers.set(consumerId, changed);
  return { outcome: changed };
};

export const CONSUMER_ANSWERS = { getConsumer, listConsumers, registerConsumer, updateConsumer };
