import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphqlWorker from 'monaco-graphql/esm/graphql.worker.js?worker';
import { editor } from 'monaco-graphql/esm/monaco-editor.js';

// The editor that GraphiQL is made of: its workers from our own origin, and our colours.

window.MonacoEnvironment = {
  getWorker: (_workerId, label) => {
    if (label === 'graphql') return new GraphqlWorker();
    if (label === 'json') return new JsonWorker();
    return new EditorWorker();
  },
};

/** Of css/tokens.css, which the editor cannot read. */
interface Inks {
  readonly ink1: string;
  readonly ink2: string;
  readonly wash: string;
  readonly panel: string;
  readonly line2: string;
  readonly style: string;
}

const LIGHT: Inks = {
  ink1: '#16191d',
  ink2: '#59616b',
  wash: '#f4f2ec',
  panel: '#ffffff',
  line2: '#cfcac0',
  style: '#b8417f',
};
const DARK: Inks = {
  ink1: '#eceff2',
  ink2: '#a6aeb8',
  wash: '#1b2027',
  panel: '#161a20',
  line2: '#38404a',
  style: '#e079b0',
};

/** By the page's theme, the editor's. */
export const EDITOR_THEMES = { light: 'rungs-light', dark: 'rungs-dark' };

export const EDITOR_OPTIONS = {
  fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSize: 13,
  lineHeight: 20,
  wordWrap: 'on',
} as const;

function define(name: string, base: 'vs' | 'vs-dark', { ink1, ink2, wash, panel, line2, style }: Inks): void {
  const foreground = (token: string, colour: string) => ({ token, foreground: colour.slice(1) });
  editor.defineTheme(name, {
    base,
    inherit: true,
    // Colour means a style: what GraphQL itself says is in its own, all else in ink.
    rules: [
      foreground('', ink1),
      ...['keyword', 'type.identifier', 'annotation'].map((token) => foreground(token, style)),
      ...['identifier', 'key.identifier', 'string', 'number', 'keyword.json', 'string.value.json', 'number.json'].map(
        (token) => foreground(token, ink1),
      ),
      ...['argument.identifier', 'comment', 'delimiter', 'operators', 'string.key.json', 'delimiter.bracket.json'].map(
        (token) => foreground(token, ink2),
      ),
    ],
    colors: {
      'editor.background': '#ffffff00',
      'editor.foreground': ink1,
      'editorLineNumber.foreground': ink2,
      'editorLineNumber.activeForeground': ink1,
      'editorCursor.foreground': ink1,
      'editor.selectionBackground': line2,
      'scrollbar.shadow': '#ffffff00',
      'editorBracketHighlight.foreground1': ink2,
      'editorBracketHighlight.foreground2': ink2,
      'editorBracketHighlight.foreground3': ink2,
      'editorHoverWidget.background': panel,
      'editorHoverWidget.border': line2,
      'editorSuggestWidget.background': panel,
      'editorSuggestWidget.border': line2,
      'editorSuggestWidget.selectedBackground': wash,
      'editorSuggestWidget.selectedForeground': ink1,
      'editorSuggestWidget.highlightForeground': style,
      'editorSuggestWidget.focusHighlightForeground': style,
      'editorWidget.background': panel,
      'quickInput.background': panel,
      'menu.background': panel,
      'list.hoverBackground': wash,
      focusBorder: ink1,
    },
  });
}

define(EDITOR_THEMES.light, 'vs', LIGHT);
define(EDITOR_THEMES.dark, 'vs-dark', DARK);
