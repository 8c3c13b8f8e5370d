import type { ReactNode } from 'react';

/** One part of the compare page: a head that says what it is about, and its content. `id` is where links lead. */
export function Panel(props: {
  readonly id: string;
  readonly title: string;
  readonly about: ReactNode;
  readonly children: ReactNode;
}) {
  const headingId = `${props.id}-title`;
  return (
    <section className="panel" id={props.id} aria-labelledby={headingId}>
      <div className="panel-head">
        <h2 id={headingId}>{props.title}</h2>
        <p className="note">{props.about}</p>
      </div>
      {props.children}
    </section>
  );
}
