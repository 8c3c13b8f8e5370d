import { useRef } from 'react';
import { CopyButton } from './copy-button.tsx';

/** Copies a link that restores what is looked at. */
export function ShareButton({ link }: { readonly link: string }) {
  const shownIn = useRef<HTMLSpanElement>(null);
  return (
    <span className="share">
      <CopyButton text={link} what="by a link" label="Share" shownIn={shownIn} />
      <span ref={shownIn} className="share-link">
        {link}
      </span>
    </span>
  );
}
