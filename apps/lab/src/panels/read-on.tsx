import { DOCUMENTS } from '../documents.ts';

/** Where to go from here: pages that this server answers, and files beside the code. */
export function ReadOn() {
  return (
    <section aria-labelledby="read-on">
      <h2 id="read-on">Read on</h2>
      <ul className="documents">
        {DOCUMENTS.map(({ title, href, file, about }) => (
          <li key={title}>
            <span className="document-title">{href ? <a href={href}>{title}</a> : title}</span>
            <span>{about}</span>
            {file && <code className="document-file">{file}</code>}
          </li>
        ))}
      </ul>
    </section>
  );
}
