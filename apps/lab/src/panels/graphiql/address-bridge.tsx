import { useEffect, useRef } from 'react';
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EDITOR_OPTIONS } from './monaco.ts';

/** What stands in the editors: an operation, and its variables as JSON text. */
export interface WrittenOperation {
  readonly query: string;
  readonly variables: string;
}

/**
 * Keeps GraphiQL's open tab and the address of the page the same: what is written goes into the address, and what a
 * link or Back asks for goes into the editors. Draws nothing.
 */
export function AddressBridge(props: {
  /** Of the address. */
  readonly asked: WrittenOperation;
  readonly onWritten: (written: WrittenOperation) => void;
}) {
  const { asked, onWritten } = props;
  const { tabs, activeTabIndex, queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  );
  const { stop, updateActiveTabValues } = useGraphiQLActions();
  /** What both sides said last. */
  const agreed = useRef(asked);

  const open = tabs[activeTabIndex];
  const query = open?.query ?? '';
  const variables = open?.variables ?? '';
  useEffect(() => {
    if (agreed.current.query === query && agreed.current.variables === variables) return;
    agreed.current = { query, variables };
    onWritten(agreed.current);
  }, [query, variables, onWritten]);

  const { query: askedQuery, variables: askedVariables } = asked;
  useEffect(() => {
    if (!queryEditor || !variableEditor) return;
    if (agreed.current.query === askedQuery && agreed.current.variables === askedVariables) return;
    agreed.current = { query: askedQuery, variables: askedVariables };
    stop();
    queryEditor.setValue(askedQuery);
    variableEditor.setValue(askedVariables);
    // An answer to something else would look like the answer to this.
    responseEditor?.setValue('');
    updateActiveTabValues({ query: askedQuery, variables: askedVariables, response: '' });
  }, [askedQuery, askedVariables, queryEditor, variableEditor, responseEditor, stop, updateActiveTabValues]);

  useEffect(() => {
    const names = { queryEditor: 'Operation', variableEditor: 'Variables', headerEditor: 'Headers' } as const;
    queryEditor?.updateOptions({ ...EDITOR_OPTIONS, ariaLabel: names.queryEditor });
    variableEditor?.updateOptions({ ...EDITOR_OPTIONS, ariaLabel: names.variableEditor });
    headerEditor?.updateOptions({ ...EDITOR_OPTIONS, ariaLabel: names.headerEditor });
    responseEditor?.updateOptions({ ...EDITOR_OPTIONS, ariaLabel: 'Answer' });
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  return null;
}
