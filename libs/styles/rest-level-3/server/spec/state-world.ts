import { DEMO_DISHES } from '@rungs/application';
import {
  acceptCase,
  assignCase,
  cancelCase,
  deliverCase,
  finishPreparingCase,
  money,
  pickUpCase,
  placeCase,
  refundCase,
  rejectCase,
  startPreparingCase,
  type Actor,
  type Basket,
  type Consumer,
  type Courier,
  type MenuItem,
  type OrderCase,
  type OrderState,
  type Restaurant,
} from '@rungs/domain';
import { CAST, fixtureModel } from '@rungs/testing';
import { PNG } from './png.ts';

// A world in which everything that forms depend on is there in each of its states, once: one order of ann's at luigi's
// for each row of the table of life cycles, each with a courier of its own where it has one, and a courier who is free.

export type WorldModel = ReturnType<typeof fixtureModel>;

const { ann, bob, luigi, mei, rosa, sam, finn, cleo } = CAST;
const PLACED_AT = '2026-01-05T11:00:00.000Z';
const LATER = '2026-01-05T11:30:00.000Z';

type CourierActor = Extract<Actor, { role: 'courier' }>;

/** One order, and who brings or brought it. */
export interface StatedCase {
  /** What its states are, in a word. */
  readonly name: string;
  readonly held: OrderCase;
  readonly courier?: CourierActor;
}

function courier(n: number): CourierActor {
  return { role: 'courier', courierId: `01900000-0000-7000-8000-00000000c1${String(n).padStart(2, '0')}` };
}

/** In an order, as they come: what is assigned is on the way, unless the case has ended. */
function statedCases(annHerself: Consumer, luigis: Restaurant, dish: MenuItem): readonly StatedCase[] {
  const cases: StatedCase[] = [];
  const place = (): OrderCase =>
    placeCase(
      {
        orderId: `01900000-0000-7000-8000-00000000e1${String(cases.length).padStart(2, '0')}`,
        consumerId: ann.consumerId,
        restaurant: luigis,
        menuItems: [dish],
        lines: [{ menuItemId: dish.id, quantity: 2 }],
        deliveryAddress: annHerself.addresses[0] as Consumer['addresses'][number],
        placedAt: PLACED_AT,
      },
      `auth_fixture_${cases.length}`,
    );
  const add = (name: string, held: OrderCase, by?: CourierActor): void =>
    void cases.push({ name, held, ...(by && { courier: by }) });
  const inState = (state: OrderState): OrderCase => {
    const held = place();
    return { ...held, order: { ...held.order, state } };
  };
  const accepted = (): OrderCase => acceptCase(place(), LATER, PLACED_AT);
  const preparing = (): OrderCase => startPreparingCase(accepted(), PLACED_AT);
  const ready = (): OrderCase => finishPreparingCase(preparing(), PLACED_AT);
  const brought = (by: CourierActor): OrderCase => pickUpCase(assignCase(ready(), by.courierId), LATER);
  const delivered = (by: CourierActor): OrderCase => deliverCase(brought(by), LATER);
  const back = (held: OrderCase, amount: number): OrderCase =>
    refundCase(held, { amount: money(amount, luigis.currency), reason: 'It was cold.', refundedAt: LATER });

  for (const passing of ['APPROVAL_PENDING', 'REVISION_PENDING', 'CANCEL_PENDING'] as const) {
    add(passing, inState(passing));
  }
  add('APPROVED', place());
  add('REJECTED', rejectCase(place(), 'No more dough.'));
  add('CANCELLED by its consumer', cancelCase(place(), ann));
  add('CANCELLED by support', cancelCase(accepted(), sam));
  for (const [name, made] of [
    ['ACCEPTED', accepted],
    ['PREPARING', preparing],
    ['READY_FOR_PICKUP', ready],
  ] as const) {
    const by = courier(cases.length);
    add(`${name}, waiting for a courier`, made());
    add(name, assignCase(made(), by.courierId), by);
  }
  const [on, done] = [courier(cases.length), courier(cases.length + 1)];
  add('PICKED_UP', brought(on), on);
  add('DELIVERED', delivered(done), done);
  add('DELIVERED, partly refunded', back(delivered(done), 100), done);
  const whole = delivered(done);
  add('DELIVERED, refunded', back(whole, whole.bill.total.amount), done);
  return cases;
}

export interface StatedBasket extends Basket {
  readonly name: string;
}

function statedBaskets({ menus }: WorldModel): readonly StatedBasket[] {
  const basket = (
    name: string,
    { consumerId }: Pick<Basket, 'consumerId'>,
    restaurantId: string,
    dishes: readonly string[],
  ): StatedBasket => {
    const lines = dishes.map((menuItemId) => ({ menuItemId, quantity: 2 }));
    return { name, consumerId, restaurantId, version: 2, lines };
  };
  const { tonnarelli, soldOut } = DEMO_DISHES;
  const rosas = menus.get(rosa.restaurantId)?.[0]?.id as string;
  return [
    basket('filled', ann, luigi.restaurantId, [tonnarelli]),
    basket('empty', ann, mei.restaurantId, []),
    basket('of a closed restaurant', ann, rosa.restaurantId, [rosas]),
    basket('with a dish that is sold out', bob, luigi.restaurantId, [tonnarelli, soldOut]),
  ];
}

export interface StateWorld {
  readonly model: WorldModel;
  readonly cases: readonly StatedCase[];
  readonly baskets: readonly StatedBasket[];
  /** Everybody who may try something, by who they are to ann's orders at luigi's. */
  readonly actors: ReadonlyMap<string, Actor>;
}

export function stateWorld(): StateWorld {
  const model = fixtureModel();
  const menu = model.menus.get(luigi.restaurantId) as readonly [MenuItem, ...MenuItem[]];
  const photo = { contentType: 'image/png', byteLength: Buffer.from(PNG, 'base64').length } as const;
  const pictured = { ...menu[0], photo };
  model.menus.set(luigi.restaurantId, [pictured, ...menu.slice(1)]);
  model.photos.set(pictured.id, { contentType: 'image/png', data: PNG });

  const luigis = model.restaurants.get(luigi.restaurantId) as Restaurant;
  const cases = statedCases(model.consumers.get(ann.consumerId) as Consumer, luigis, menu[0]);
  model.cases.clear();
  for (const { held } of cases) {
    const track = held.delivery.pickedUpAt === undefined ? [] : [{ lat: 41.89, lon: 12.47, at: LATER }];
    model.cases.set(held.order.id, { ...held, track });
  }
  const couriers = new Map(cases.flatMap(({ courier: by }) => (by ? [[by.courierId, by] as const] : [])));
  for (const { courierId } of couriers.values()) model.couriers.set(courierId, courierOf(courierId, cases));
  const baskets = statedBaskets(model);
  for (const { name: _name, ...basket } of baskets) {
    model.baskets.set(`${basket.consumerId}/${basket.restaurantId}`, basket);
  }
  const actors = new Map<string, Actor>([
    ['its consumer', ann],
    ['another consumer', bob],
    ['its restaurant', luigi],
    ['another restaurant', mei],
    ['a restaurant that is closed', rosa],
    ['support', sam],
    ['a free courier', cleo],
    ['a courier off duty', finn],
    ['nobody', CAST.anonymous],
    ...[...couriers.values()].map((by, n) => [`courier ${n + 1}`, by] as const),
  ]);
  return { model, cases, baskets, actors };
}

function courierOf(courierId: string, cases: readonly StatedCase[]): Courier {
  const current = cases.find(
    ({ courier: by, held }) => by?.courierId === courierId && ['SCHEDULED', 'PICKED_UP'].includes(held.delivery.state),
  );
  return {
    id: courierId,
    version: 3,
    name: `Courier ${courierId.slice(-2)}`,
    phone: `+3906000001${courierId.slice(-2)}`,
    vehicle: 'BICYCLE',
    onDuty: true,
    ...(current && { currentDeliveryId: current.held.order.id }),
  };
}
