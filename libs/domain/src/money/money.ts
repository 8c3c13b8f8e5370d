/** An amount of money: integer minor units (cents; whole yen) and an ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Money is whole minor units, not ${amount}.`);
  return { amount, currency };
}

export function add(first: Money, ...others: readonly Money[]): Money {
  return others.reduce((sum, next) => {
    if (next.currency !== sum.currency) throw new RangeError(`Cannot add ${next.currency} to ${sum.currency}.`);
    return money(sum.amount + next.amount, sum.currency);
  }, first);
}

export function times(price: Money, quantity: number): Money {
  return money(price.amount * quantity, price.currency);
}

/** `percent` (a whole number) of an amount that is not negative, rounded half up to a minor unit. */
export function percentOf(base: Money, percent: number): Money {
  // Whole numbers all the way: 0.05 has no exact binary form and would round the wrong half now and then.
  return money(Math.floor((base.amount * percent + 50) / 100), base.currency);
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** True for a code of ISO 4217 that is in use. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}
