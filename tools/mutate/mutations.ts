/** One rule broken on purpose in one style: `find` (exactly once in `file`) becomes `replace`. */
export interface Mutation {
  readonly id: string;
  readonly style: string;
  /** What is wrong then, for people. */
  readonly mistake: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const MUTATIONS: readonly Mutation[] = [];
