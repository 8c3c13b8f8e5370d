import { useRef } from 'react';
import { CopyButton } from './copy-button.tsx';

const TOKEN_SHOWN_CHARACTERS = 10;

/** A command for a terminal, to read and to copy. */
export function CommandBlock(props: {
  readonly command: string;
  /** What the command does, as in “Copy …”. */
  readonly what: string;
  readonly caption?: string | undefined;
  /** Shown cut short, since nobody reads it; copied whole. */
  readonly token?: string | undefined;
}) {
  const shownIn = useRef<HTMLPreElement>(null);
  const [beforeToken, afterToken] = props.token ? props.command.split(props.token) : [props.command];
  return (
    <div className="command">
      {props.caption && <p className="note">{props.caption}</p>}
      <div className="command-frame">
        <pre ref={shownIn}>
          <code>
            {beforeToken}
            {afterToken !== undefined && (
              <>
                {props.token?.slice(0, TOKEN_SHOWN_CHARACTERS)}
                <span className="token-rest">{props.token?.slice(TOKEN_SHOWN_CHARACTERS)}</span>
                {afterToken}
              </>
            )}
          </code>
        </pre>
        <CopyButton text={props.command} what={props.what} shownIn={shownIn} />
      </div>
    </div>
  );
}
