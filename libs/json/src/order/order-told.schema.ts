import { OPERATION_NAMES } from '@rungs/application';
import { DELIVERY_STATES, ORDER_STATES, TICKET_STATES } from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from '../components.ts';
import { locationPing } from '../delivery/delivery.schema.ts';
import { coordinates, id, instant, version } from '../outcome-members.ts';
import type { Same } from '../same.ts';
import type { EndToldJson, LocationToldJson, OrderStateToldJson } from './order-told.json.ts';

const orderId = id('order');
const state = <const T extends readonly [string, ...string[]]>(states: T) =>
  z.enum(states).meta({ description: 'Where in its life it is.' });

const stateTold = outcomeComponent(
  'OrderStateTold',
  z
    .object({
      orderId,
      type: z
        .enum(OPERATION_NAMES as [(typeof OPERATION_NAMES)[number]])
        .meta({ description: 'The step that was taken; absent when the follower has just come.' })
        .optional(),
      at: instant('When it was so.'),
      order: z.object({ state: state(ORDER_STATES), version }).meta({ description: 'The order.' }),
      ticket: z.object({ state: state(TICKET_STATES), version }).meta({ description: 'Its ticket.' }),
      delivery: z
        .object({
          state: state(DELIVERY_STATES),
          version,
          courierId: id('courier who has it').optional(),
          lastLocation: locationPing
            .meta({ description: 'Only for who has just come: later ones are told.' })
            .optional(),
        })
        .meta({ description: 'Its delivery.' }),
    })
    .meta({ description: 'How an order stands after a step, or when its follower came.' }),
);

const locationTold = outcomeComponent(
  'LocationTold',
  z
    .object({ orderId, ...coordinates, at: instant('When the courier was there.') })
    .meta({ description: 'Where the courier is.' }),
);

const endTold = outcomeComponent(
  'EndTold',
  z
    .object({ reason: z.enum(['over', 'out-of-sight']).meta({ description: 'Why nothing more will be told.' }) })
    .meta({ description: 'Nothing more will be told.' }),
);

/** The data of each kind of event. */
export const ORDER_TOLD_SCHEMAS = { state: stateTold, location: locationTold, end: endTold } as const;

interface Told {
  state: OrderStateToldJson;
  location: LocationToldJson;
  end: EndToldJson;
}
type SchemaOf<K extends keyof Told> = z.infer<(typeof ORDER_TOLD_SCHEMAS)[K]>;

/** What is told that its schema does not describe, or not as it is, is a type error here. */
({}) satisfies { readonly [K in keyof Told as Same<SchemaOf<K>, Told[K]> extends true ? never : K]: never };
