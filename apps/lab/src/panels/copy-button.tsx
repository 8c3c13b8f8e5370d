import { useEffect, useState } from 'react';

const SHOWN_MS = 2_500;

type Outcome = 'copied' | 'selected';

/** Copies a text; where the browser forbids that, selects the element that shows it and says which key to press. */
export function CopyButton(props: {
  readonly text: string;
  /** What is copied, for those who cannot see what stands beside the button. */
  readonly what: string;
  readonly shownIn: React.RefObject<HTMLElement | null>;
  /** What the button says. */
  readonly label?: string;
}) {
  const { label = 'Copy' } = props;
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.text);
      setOutcome('copied');
    } catch {
      // No clipboard without https, but for localhost; and one may forbid it.
      if (props.shownIn.current) getSelection()?.selectAllChildren(props.shownIn.current);
      setOutcome('selected');
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()} aria-label={`${label} ${props.what}`}>
        {outcome === 'copied' ? 'Copied' : outcome === 'selected' ? 'Press Ctrl+C' : label}
      </button>
      <span role="status" className="only-heard">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'selected' && 'The text is selected: press Control and C to copy it'}
      </span>
    </>
  );
}
