import { anAddress, consumersOf, sometimes, WRONG_PAGE_SIZES, type Scene, type Wish } from './wish.ts';

const NAMES = [
  { first: 'Gina', last: 'Lollo' },
  { first: 'Åsa', last: "O'Brien-Díaz" },
  { first: '지우', last: '김' },
] as const;

const WRONG = (scene: Scene) => [
  { email: 'no address at all' },
  { email: 'BOB@example.com' },
  { name: { first: '', last: 'Nameless' } },
  { name: { first: 'Long', last: 'x'.repeat(101) } },
  { addresses: Array.from({ length: 6 }, () => anAddress(scene)) },
];

const getConsumer: Wish<'getConsumer'> = {
  weight: 2,
  inputs: ({ state }) => [...state.consumers.keys()].map((consumerId) => ({ consumerId })),
};

const listConsumers: Wish<'listConsumers'> = {
  weight: 1,
  inputs: (scene) => [
    {
      ...sometimes(scene, 60, { text: scene.picks.of(['an', 'MARINO', 'bob example', 'gina l', '김', '-', 'nobody']) }),
      ...sometimes(scene, 40, { limit: scene.picks.whole(1, 3) }),
    },
  ],
  spoilt: () => [...WRONG_PAGE_SIZES, { text: 'x'.repeat(101) }],
};

const registerConsumer: Wish<'registerConsumer'> = {
  weight: 3,
  inputs: (scene) => [
    {
      name: scene.picks.of(NAMES),
      email: `guest.${scene.n}@example.org`,
      ...sometimes(scene, 50, { addresses: [anAddress(scene)] }),
    },
  ],
  spoilt: WRONG,
};

const updateConsumer: Wish<'updateConsumer'> = {
  weight: 3,
  inputs: (scene) =>
    consumersOf(scene).map((consumerId) => ({
      consumerId,
      addresses: [anAddress(scene)],
      ...sometimes(scene, 30, { name: scene.picks.of(NAMES) }),
      ...sometimes(scene, 30, { email: `moved.${scene.n}@example.org` }),
    })),
  spoilt: WRONG,
};

export const CONSUMER_WISHES = { getConsumer, listConsumers, registerConsumer, updateConsumer };
