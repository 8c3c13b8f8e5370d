/** What kind of rule is broken; each style is tried with at least three. */
export type MistakeKind =
  | 'a skipped state check'
  | "another's thing shown"
  | 'a dishonest affordance'
  | 'a lost version check'
  | 'a wrong total'
  | 'a forgotten key'
  | 'a wrong rule';

/** One rule broken on purpose: `find` (exactly once in `file`) becomes `replace`. */
export interface Mutation {
  readonly id: string;
  /** Whose suite is to find it. */
  readonly style: 'rest-level-0' | 'rest-level-1' | 'rest-level-2' | 'rest-level-3' | 'graphql';
  readonly kind: MistakeKind;
  /** What is wrong then, for people. */
  readonly mistake: string;
  /** Below `libs/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
