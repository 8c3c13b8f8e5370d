// What an example does not know when it is written: ids and versions that an earlier answer says, and what is of now.
// Examples name them; a recording fills them in; the documents keep the names, which Postman and editors fill in again.

/** What is new with every request: a key for idempotency, this instant, and one in half an hour. */
export const OF_NOW = ['$guid', 'now', 'readyBy'] as const;
export type OfNow = (typeof OF_NOW)[number];

/** A text by the name of its variable. */
export function text(name: string): string {
  return `{{${name}}}`;
}

/** Larger than any version, and small enough to be exact: stands for a number until the request is sent. */
const FIRST_STAND_IN = 731_000_000_001;
const numbers: string[] = [];

/** A number by the name of its variable. JSON has no place for a name where a number is wanted, so this stands for it. */
export function number(name: string): number {
  if (!numbers.includes(name)) numbers.push(name);
  return FIRST_STAND_IN + numbers.indexOf(name);
}

export function isNumber(name: string): boolean {
  return numbers.includes(name);
}

/** The text with every stand-in for a number as its name: `"expectedVersion": {{orderVersion}}`. */
export function withNames(sent: string): string {
  return sent.replace(/\b731\d{9}\b/g, (digits) => {
    const name = numbers[Number(digits) - FIRST_STAND_IN];
    return name === undefined ? digits : text(name);
  });
}

/** The text with every variable replaced by what it stands for. */
export function filledIn(named: string, valueOf: (name: string) => string): string {
  return named.replace(/\{\{([$\w]+)\}\}/g, (_all, name: string) => valueOf(name));
}

/** The names of the variables in a text, each once. */
export function variablesIn(named: string): string[] {
  return [...new Set([...named.matchAll(/\{\{([$\w]+)\}\}/g)].map(([, name]) => name as string))];
}

/** The value of one that is of now. */
export function valueOfNow(name: OfNow): string {
  if (name === '$guid') return crypto.randomUUID();
  return new Date(Date.now() + (name === 'readyBy' ? 30 * 60_000 : 0)).toISOString();
}

export function isOfNow(name: string): name is OfNow {
  return (OF_NOW as readonly string[]).includes(name);
}
