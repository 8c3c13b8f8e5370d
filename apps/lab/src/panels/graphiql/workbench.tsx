import { useEffect, useState } from 'react';
import { GraphiQL } from 'graphiql';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import '../../css/graphiql.css';
import { followTheme, type Theme } from '../../theme.ts';
import { AddressBridge, type WrittenOperation } from './address-bridge.tsx';
import { fetcherAs } from './fetcher.ts';
import { EDITOR_THEMES } from './monaco.ts';

/** GraphiQL, in the lab's look. Loaded with the one page that shows it: it brings a whole editor along. */
export function Workbench(props: {
  /** What the address asks for. */
  readonly asked: WrittenOperation;
  readonly onWritten: (written: WrittenOperation) => void;
  /** Of whoever asks, once that is known; the same function all the time. */
  readonly tokenNow: () => Promise<string | undefined>;
}) {
  const { asked, onWritten, tokenNow } = props;
  const [fetcher] = useState(() => fetcherAs(tokenNow));
  const [initially] = useState(asked);
  const [theme, setTheme] = useState<Theme>();
  useEffect(() => followTheme(setTheme), []);
  // The library marks the whole page: it is unmarked when the page goes.
  useEffect(() => () => document.body.classList.remove('graphiql-light', 'graphiql-dark'), []);
  if (theme === undefined) return null;
  return (
    <GraphiQL
      fetcher={fetcher}
      initialQuery={initially.query}
      initialVariables={initially.variables}
      defaultEditorToolsVisibility="variables"
      defaultTheme={theme}
      forcedTheme={theme}
      editorTheme={EDITOR_THEMES}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
      className="workbench"
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      <AddressBridge asked={asked} onWritten={onWritten} />
    </GraphiQL>
  );
}
