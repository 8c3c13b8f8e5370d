import { Fragment, type ReactNode } from 'react';
import type { Sentence } from '@rungs/measure';

/** What a comparison says in words: the answer large, why and where it is otherwise below it. */
export function Verdict({ sentences }: { readonly sentences: readonly Sentence[] }) {
  const answers = sentences.filter(({ kind }) => kind === 'answer' || kind === 'void');
  const reasons = sentences.filter(({ kind }) => kind === 'why');
  const others = sentences.filter(({ kind }) => kind === 'otherwise' || kind === 'stand-in');
  return (
    <div className="verdict">
      {answers.length > 0 && (
        <p className="verdict-answer">
          <Said sentences={answers} />
        </p>
      )}
      {reasons.length > 0 && (
        <p className="verdict-why">
          <Said sentences={reasons} />
        </p>
      )}
      {others.length > 0 && (
        <p className="verdict-note">
          <Said sentences={others} />
        </p>
      )}
    </div>
  );
}

function Said({ sentences }: { readonly sentences: readonly Sentence[] }) {
  return sentences.map(({ parts }, index) => (
    <Fragment key={index}>
      {index > 0 && ' '}
      {parts.map(({ text, strong }, place) =>
        strong ? <strong key={place}>{text}</strong> : <Fragment key={place}>{withNamesWhole(text)}</Fragment>,
      )}
    </Fragment>
  ));
}

/** `level 2` is one name: no line ends in the middle of it. */
function withNamesWhole(text: string): readonly ReactNode[] {
  return text.split(/(level \d[,;.]?)/i).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="verdict-name">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
