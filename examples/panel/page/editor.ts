import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionSource,
  completionStatus,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Suggestion } from 'wandb-run-ops/expression'
import { h } from './dom.ts'

/** A problem that the editor underlines. */
export interface Problem {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly hint: string | undefined
}

export interface Editor {
  readonly text: () => string
  readonly replace: (text: string) => void
  readonly focus: () => void
  /** Whether suggestions are open. */
  readonly isSuggesting: () => boolean
  readonly mark: (problems: ReadonlyArray<Problem>) => void
}

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly suggest: (text: string, offset: number) => ReadonlyArray<Suggestion>
  readonly onChange: () => void
  readonly onRun: () => void
}

const language = StreamLanguage.define({
  token: (stream) => {
    if (stream.eatSpace()) return null
    if (stream.match(/^"(?:[^"\\]|\\.)*"?|^'(?:[^'\\]|\\.)*'?/)) return 'string'
    if (stream.match(/^\d+(?:\.\d+)?(?:e[+-]?\d+)?/i)) return 'number'
    if (stream.match(/^(?:true|false|null)\b/)) return 'atom'
    if (stream.match(/^\.[A-Za-z_$][\w$]*/)) return 'propertyName'
    if (stream.match(/^[A-Za-z_$][\w$]*/)) return 'variableName'
    if (stream.match(/^(?:=>|[-+*/%<>=!&|]+)/)) return 'operator'
    stream.next()
    return null
  },
})

const colours = HighlightStyle.define([
  { tag: tags.string, class: 'tok-string' },
  { tag: [tags.number, tags.atom], class: 'tok-number' },
  { tag: tags.propertyName, class: 'tok-operation' },
  { tag: tags.operator, class: 'tok-operator' },
])

const option = (suggestion: Suggestion): Completion => ({
  label: suggestion.label,
  detail: suggestion.type,
  type: suggestion.kind,
  ...(suggestion.description === '' ? {} : { info: () => h('div', {}, suggestion.description.split('\n\n')[0]) }),
  apply: (view) => {
    const { start, end, insert } = suggestion
    view.dispatch({
      changes: { from: start, to: end, insert },
      selection: { anchor: start + insert.length },
      userEvent: 'input.complete',
    })
  },
})

const source =
  (suggest: EditorOptions['suggest']): CompletionSource =>
  ({ explicit, pos, state }) => {
    const text = state.doc.toString()
    // Suggestions open on their own only after a dot, a quote or a letter.
    if (!explicit && !/[\w$."'[]$/.test(text.slice(0, pos))) return null
    const found = suggest(text, pos)
    const [first] = found
    if (first === undefined || (!explicit && text.slice(first.start, pos) === first.insert)) return null
    return { from: Math.min(first.start, pos), options: found.map(option), filter: false }
  }

const diagnostic = (length: number, { start, end, message, hint }: Problem): Diagnostic => ({
  from: Math.min(start, length),
  to: Math.min(Math.max(end, start), length),
  severity: 'error',
  message: hint === undefined ? message : `${message} ${hint}`,
})

/** Creates the expression editor: Enter runs, Shift+Enter starts a line, suggestions appear while typing. */
export const makeEditor = ({ parent, suggest, onChange, onRun }: EditorOptions): Editor => {
  const start = (): boolean => {
    onRun()
    return true
  }
  const newLine = (view: EditorView): boolean => {
    view.dispatch(view.state.replaceSelection('\n'))
    return true
  }
  const run = (view: EditorView): boolean => {
    if (completionStatus(view.state) === 'active' && acceptCompletion(view)) return true
    return start()
  }
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        keymap.of([
          { key: 'Mod-Enter', run: start },
          { key: 'Enter', run, shift: newLine },
        ]),
        autocompletion({
          override: [source(suggest)],
          icons: false,
          interactionDelay: 0,
          activateOnTypingDelay: 60,
          maxRenderedOptions: 200,
        }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        history(),
        language,
        syntaxHighlighting(colours),
        bracketMatching(),
        placeholder('runs.summary["acc"].max'),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-labelledby': 'expression-label',
          'aria-describedby': 'problem',
          'data-testid': 'expression',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange()
        }),
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    replace: (text) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: text.length },
      }),
    focus: () => view.focus(),
    isSuggesting: () => completionStatus(view.state) === 'active',
    mark: (problems) => {
      const { length } = view.state.doc
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => diagnostic(length, problem)),
        ),
      )
      view.contentDOM.setAttribute('aria-invalid', String(problems.length > 0))
    },
  }
}
