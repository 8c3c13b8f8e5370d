import { Fragment } from 'react';

/** A text in which names of code stand between backticks, as in our own reasons. */
export function MarkedText({ text }: { readonly text: string }) {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
    );
}
