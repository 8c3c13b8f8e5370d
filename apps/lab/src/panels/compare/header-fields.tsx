import type { HeaderField } from '@rungs/measure';
import { counted } from '../../charts/quantity.ts';

/** Header fields, folded away. Credentials have been taken out before they came here. */
export function HeaderFields(props: { readonly title: string; readonly fields: readonly HeaderField[] }) {
  const { title, fields } = props;
  return (
    <details className="header-fields">
      <summary>
        {title} <span className="note">{counted(fields.length, 'field')}</span>
      </summary>
      <dl>
        {fields.map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
