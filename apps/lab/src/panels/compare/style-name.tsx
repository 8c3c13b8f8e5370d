import type { StyleId } from '@rungs/scenarios';
import { nameOfStyle } from '../../styles-shown.ts';
import { StyleMark } from '../style-mark.tsx';

/** A style's mark and name. The mark takes its colour from the nearest `data-style`. */
export function StyleName({ style }: { readonly style: StyleId }) {
  return (
    <span className="style-name" data-style={style}>
      <StyleMark style={style} />
      {nameOfStyle(style)}
    </span>
  );
}
