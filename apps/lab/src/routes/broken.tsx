import type { ErrorComponentProps } from '@tanstack/react-router';

/** In place of a page that threw, so that one reads what happened, and can go on. */
export function Broken({ error }: ErrorComponentProps) {
  const { message } = Object(error) as { readonly message?: unknown };
  return (
    <>
      <h1>This page broke.</h1>
      <div className="notice" role="alert">
        <p className="answer-trouble">{typeof message === 'string' && message !== '' ? message : String(error)}</p>
        <p>
          <a href={location.href}>Load it again</a>, or go on from <a href="/">the first page</a>.
        </p>
      </div>
    </>
  );
}
