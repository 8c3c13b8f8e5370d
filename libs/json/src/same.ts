/** A type without what does not show in JSON: `readonly`, and names that a text goes by. */
type Shown<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly (infer E)[]
      ? readonly Shown<E>[]
      : { readonly [K in keyof T]: Shown<T[K]> };

/** True when both are the same JSON: member for member, optional ones included; false otherwise. */
export type Same<A, B> =
  (<X>() => X extends Shown<A> ? 1 : 2) extends <X>() => X extends Shown<B> ? 1 : 2 ? true : false;
