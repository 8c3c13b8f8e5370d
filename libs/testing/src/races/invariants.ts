import type { DataSource } from '@rungs/persistence';

// What must hold whoever came first. Read from the tables, past every style and use case.

/** Each query answers what breaks its rule; nothing, when it holds. */
const RULES: Readonly<Record<string, string>> = {
  'A courier has two deliveries': `
    SELECT courier_id, json_agg(order_id) AS deliveries FROM delivery
    WHERE state IN ('SCHEDULED', 'PICKED_UP') GROUP BY courier_id HAVING count(*) > 1`,
  'Courier and delivery do not name each other': `
    SELECT c.id AS courier, c.current_delivery_id, d.order_id, d.state FROM courier c
    FULL JOIN (SELECT * FROM delivery WHERE state IN ('SCHEDULED', 'PICKED_UP')) d ON d.courier_id = c.id
    WHERE c.current_delivery_id IS DISTINCT FROM d.order_id`,
  'A courier has a delivery off duty': 'SELECT id FROM courier WHERE current_delivery_id IS NOT NULL AND NOT on_duty',
  'A delivery waits beside a free courier': `
    SELECT d.order_id, c.id AS courier FROM delivery d JOIN orders o ON o.id = d.order_id
    CROSS JOIN (SELECT id FROM courier WHERE on_duty AND current_delivery_id IS NULL) c
    WHERE d.state = 'PENDING' AND o.state IN ('ACCEPTED', 'PREPARING', 'READY_FOR_PICKUP')`,
  'An order lacks its ticket, delivery or bill': `
    SELECT o.id, t.order_id AS ticket, d.order_id AS delivery, b.order_id AS bill FROM orders o
    LEFT JOIN ticket t ON t.order_id = o.id LEFT JOIN delivery d ON d.order_id = o.id
    LEFT JOIN bill b ON b.order_id = o.id WHERE t.order_id IS NULL OR d.order_id IS NULL OR b.order_id IS NULL`,
  'Order, ticket, delivery and bill disagree': `
    SELECT o.id, o.state, t.state AS ticket, d.state AS delivery, b.payment_state FROM orders o
    JOIN ticket t ON t.order_id = o.id JOIN delivery d ON d.order_id = o.id JOIN bill b ON b.order_id = o.id
    WHERE o.total_amount <> b.total_amount OR (o.state, t.state, d.state, b.payment_state) NOT IN (
      ('APPROVED', 'AWAITING_ACCEPTANCE', 'PENDING', 'AUTHORIZED'),
      ('ACCEPTED', 'ACCEPTED', 'PENDING', 'AUTHORIZED'),
      ('ACCEPTED', 'ACCEPTED', 'SCHEDULED', 'AUTHORIZED'),
      ('CANCELLED', 'CANCELLED', 'CANCELLED', 'VOIDED'))`,
};

/** The states between which the steps of these races lead; without a state there is no order yet. */
const LEADS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { placeOrder: 'APPROVED', checkoutBasket: 'APPROVED' },
  APPROVED: { reviseOrder: 'APPROVED', acceptTicket: 'ACCEPTED', cancelOrder: 'CANCELLED' },
  ACCEPTED: { assignCourier: 'ACCEPTED', cancelOrder: 'CANCELLED' },
};

const HISTORIES = `
  SELECT o.id, o.state, o.version, json_agg(e.type ORDER BY e.id) FILTER (WHERE e.type IS NOT NULL) AS events
  FROM orders o LEFT JOIN domain_event e ON e.subject_id = o.id GROUP BY o.id`;

/** Does not change the order itself. */
const BESIDE_THE_ORDER = ['assignCourier'];

/**
 * What is wrong with what the tables hold; empty when all rules hold.
 *
 * @param held the payment provider's authorizations that were not voided
 */
export async function violations(dataSource: DataSource, held: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [rule, query] of Object.entries(RULES)) {
    const rows = await dataSource.query<object[]>(query);
    if (rows.length > 0) found.push(`${rule}: ${JSON.stringify(rows)}`);
  }
  const histories = await dataSource.query<History[]>(HISTORIES);
  found.push(...histories.flatMap(illegal));
  found.push(...(await unowedMoney(dataSource, held)));
  return found;
}

interface History {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly events: readonly string[] | null;
}

/** From nothing to the state it is in by legal steps, and one version for each that changes it. */
function illegal({ id, state, version, events }: History): readonly string[] {
  const told = events ?? [];
  const led = told.reduce<string | undefined>((from, event) => (from === undefined ? from : LEADS[from]?.[event]), '');
  const versions = told.filter((event) => !BESIDE_THE_ORDER.includes(event)).length;
  const how = `Order ${id} is ${state} at version ${version} after ${told.join(', ') || 'nothing'}`;
  return led === state && versions === version ? [] : [`${how}: no legal history`];
}

/** Every authorization that is neither voided nor some bill's holds somebody's money for nothing. */
async function unowedMoney(dataSource: DataSource, held: readonly string[]): Promise<readonly string[]> {
  const bills = await dataSource.query<{ code: string }[]>(
    `SELECT authorization_code AS code FROM bill WHERE payment_state = 'AUTHORIZED' ORDER BY 1`,
  );
  const owed = bills.map(({ code }) => code);
  return JSON.stringify(owed) === JSON.stringify(held.toSorted())
    ? []
    : [`The provider holds ${held.join(', ') || 'nothing'} and the bills say ${owed.join(', ') || 'nothing'}`];
}
