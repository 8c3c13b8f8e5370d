/** Who one can be, and what each has to do with the order that the first calls ask for. */
export interface Persona {
  readonly name: string;
  readonly role: string;
  readonly relation: string;
  readonly seesTheOrder: boolean;
}

export const PERSONAS: readonly Persona[] = [
  { name: 'ann', role: 'consumer', relation: 'ordered it', seesTheOrder: true },
  { name: 'bob', role: 'consumer', relation: 'may not see it', seesTheOrder: false },
  { name: 'luigi', role: 'restaurant', relation: 'his kitchen cooked it', seesTheOrder: true },
  { name: 'mei', role: 'restaurant', relation: 'may not see it', seesTheOrder: false },
  { name: 'dana', role: 'courier', relation: 'is carrying it', seesTheOrder: true },
  { name: 'sam', role: 'support', relation: 'sees everything', seesTheOrder: true },
];
