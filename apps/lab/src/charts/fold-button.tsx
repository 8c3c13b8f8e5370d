/** Shows the rest of a long list, or puts it away again. */
export function FoldButton(props: {
  readonly hidden: number;
  readonly isUnfolded: boolean;
  /** Of what there is more. */
  readonly what: string;
  readonly onToggle: () => void;
}) {
  const { hidden, isUnfolded, what, onToggle } = props;
  return (
    <button type="button" className="fold" aria-expanded={isUnfolded} onClick={onToggle}>
      {isUnfolded ? `Show fewer ${what}` : `Show ${hidden} more ${what}`}
    </button>
  );
}
