/** What a transaction has found of one kind, by id, so that a save knows what it changes. */
export class Found<T> {
  private readonly held = new Map<string, T>();

  constructor(
    /** In the words of the one who forgot: `A basket`. */
    private readonly kind: string,
    private readonly idOf: (thing: T) => string,
  ) {}

  note<F extends T | undefined>(thing: F): F {
    if (thing !== undefined) this.held.set(this.idOf(thing), thing);
    return thing;
  }

  /** The thing as it was found, or as this transaction saved it last. */
  before(changed: T): T {
    return this.byId(this.idOf(changed));
  }

  byId(id: string): T {
    const found = this.held.get(id);
    if (found === undefined) throw new Error(`${this.kind} is found (and so locked) before it is changed.`);
    return found;
  }
}
