/** What was wrong with what was asked for, and what is shown instead: one notice, whatever there is to say. */
export function Notices({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div role="status" className="notices">
      {sentences.length > 0 && (
        <div className="notice">
          <p className="answer-trouble">Not everything that this link asks for is there.</p>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
