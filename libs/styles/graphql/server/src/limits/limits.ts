// How large and how tangled a document may be. What it may read is bounded by its cost (cost.ts).

export const LIMITS = {
  /**
   * Tokens, comments among them. The parser stops there (`parseOptions.maxTokens`), but does not count comments. The
   * longest document of our own client has 280. Validation compares the fields of a selection pair by pair: at 2,000
   * tokens the worst document took it 100 times as long as an ordinary one, at 1,000 a quarter of that.
   */
  tokens: 1000,
  /** Characters: 1,000 tokens with room for blanks and comments. Files go into variables. */
  textLength: 32_768,
  /** Levels of fields. From a list over its orders, their deliveries and couriers to a name's first half there are 8. */
  depth: 10,
  /** Fields under another name. Twenty things by id in one request are honest; so many need a list. */
  aliases: 30,
  /** Fields of Query, Mutation or Subscription: mutations run one after the other, each a transaction. */
  rootFields: 20,
  /** A screen switches its parts on and off by a directive or two for each. */
  directives: 30,
} as const;

export type Limit = keyof typeof LIMITS;
