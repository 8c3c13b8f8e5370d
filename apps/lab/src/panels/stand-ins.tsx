import type { Column } from '../runs/columns.ts';
import { nameOfStyle } from '../styles-shown.ts';
import { MarkedText } from './marked-text.tsx';

/** Of each style whose client does not ask as chosen, why. */
export function StandIns({ columns }: { readonly columns: readonly Column[] }) {
  const noted = columns.flatMap(({ style, standIn }) => (standIn ? [{ style, ...standIn }] : []));
  if (noted.length === 0) return null;
  return (
    <ul className="stand-ins">
      {noted.map(({ style, client, reason }) => (
        <li key={style}>
          {nameOfStyle(style)} asks {client}: <MarkedText text={reason} />.
        </li>
      ))}
    </ul>
  );
}
