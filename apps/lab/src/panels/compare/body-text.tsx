import { useMemo, useState } from 'react';
import type { AnswerShape } from '@rungs/scenarios';
import { bodyLines, type Fold } from './body-lines.ts';
import { bodyTree, filtered, type LeafFilter } from './body-tree.ts';

const MORE_ITEMS = 50;

/** A response body, every leaf marked with whether the screen read it. */
export function BodyText(props: {
  readonly body: string;
  readonly usedPaths: readonly string[];
  readonly answers: AnswerShape;
  readonly filter: LeafFilter;
  readonly label: string;
}) {
  const { body, usedPaths, answers, filter, label } = props;
  const [itemsShown, setItemsShown] = useState<ReadonlyMap<string, number>>(new Map());
  const tree = useMemo(() => bodyTree(body, usedPaths, answers), [body, usedPaths, answers]);
  if (!tree) {
    return (
      <pre className="body-text" tabIndex={0} role="group" aria-label={label}>
        {body}
      </pre>
    );
  }
  const kept = filtered(tree, filter);
  if (!kept) {
    return (
      <p className="note">{filter === 'read' ? 'The screen read nothing of it.' : 'Everything in it was read.'}</p>
    );
  }
  const unfold = ({ pointer, shown, items }: Fold): void =>
    setItemsShown((before) => new Map(before).set(pointer, shown + Math.min(items, MORE_ITEMS)));
  return (
    <pre className="body-text" tabIndex={0} role="group" aria-label={label}>
      {bodyLines(kept, itemsShown).map(({ indent, pieces, fold }, index) => (
        <span key={index} className="body-line" style={{ paddingLeft: `${2 * indent + 2}ch` }}>
          {pieces.map(({ text, mark }, at) => (
            <span key={at} data-mark={mark}>
              {text}
            </span>
          ))}
          {fold && (
            <button type="button" className="fold" onClick={() => unfold(fold)}>
              {fold.items} more · {fold.read} of {fold.leaves} fields read
            </button>
          )}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
