import * as E from 'fp-ts/lib/Either.js'
import { check, complete, parse, runExpression, type Type } from 'wandb-run-ops/expression'
import { anyRuns, connect, suggestedRuns } from './connection.ts'
import { button, byId, h } from './dom.ts'
import { makeEditor, type Problem } from './editor.ts'
import { EXAMPLES } from './examples.ts'
import { noticesOf } from './notices.ts'
import { planView } from './plan.ts'
import { loadErrorView, problemView } from './problem.ts'
import { progressBar } from './progress.ts'
import { readsView } from './reads.ts'
import { resultPanel } from './result.ts'

const CHECK_AFTER_MS = 350

const project = byId('project', HTMLInputElement)
const key = byId('key', HTMLInputElement)
const runButton = byId('run', HTMLButtonElement)
const result = resultPanel()
const resultCard = byId('result', HTMLElement)
const stale = byId('stale', HTMLElement)
/** The expression of the displayed result. */
let answered: string | undefined
let load: AbortController | undefined
let sample: AbortController | undefined
let runs: Type = anyRuns
let checkTimer: ReturnType<typeof setTimeout> | undefined

const progress = progressBar(() => load?.abort())

const editor = makeEditor({
  parent: byId('editor', HTMLElement),
  suggest: (text, offset) => complete(text, offset, { runs }),
  onChange: () => {
    stale.hidden = answered === undefined || answered === editor.text()
    checkSoon()
  },
  onRun: () => void run(),
})

/** Checks once the suggestions are closed, so that a half-typed name is not an error. */
const checkSoon = (): void => {
  clearTimeout(checkTimer)
  checkTimer = setTimeout(
    () => (editor.isSuggesting() ? checkSoon() : showProblems(problemsOf(editor.text()))),
    CHECK_AFTER_MS,
  )
}

const showProblems = (problems: ReadonlyArray<Problem>): void => {
  editor.mark(problems)
  byId('problem', HTMLElement).replaceChildren(...problemView(editor.text(), problems))
}

/** Returns the errors that can be found without loading; an empty field has none. */
const problemsOf = (text: string): ReadonlyArray<Problem> => {
  if (text.trim() === '') return []
  const parsed = parse(text)
  if (E.isLeft(parsed)) return [parsed.left]
  // `project(…)` is not in scope here; such an expression is checked when it runs.
  if (/\bproject\s*\(/.test(text)) return []
  const checked = check(parsed.right, { runs: anyRuns })
  return E.isLeft(checked) ? checked.left : []
}

const setBusy = (isBusy: boolean): void => {
  resultCard.setAttribute('aria-busy', String(isBusy))
  runButton.textContent = isBusy ? 'Running' : 'Run'
}

const run = async (): Promise<void> => {
  const text = editor.text()
  clearTimeout(checkTimer)
  const problems = text.trim() === '' ? [] : problemsOf(text)
  showProblems(problems)
  if (text.trim() === '' || problems.length > 0) return editor.focus()
  load?.abort()
  byId('plan', HTMLElement).replaceChildren(planView(text))
  const controller = new AbortController()
  load = controller
  setBusy(true)
  progress.begin()
  const began = performance.now()
  const query = {
    text,
    project: project.value.trim() || undefined,
    signal: controller.signal,
    onProgress: progress.update,
  }
  const answer = await runExpression(query)(connect(key.value))()
  if (load !== controller) return
  load = undefined
  setBusy(false)
  progress.end()
  answered = E.isRight(answer) ? text : undefined
  stale.hidden = answered === undefined || answered === editor.text()
  const notices = byId('notices', HTMLElement)
  notices.replaceChildren()
  if (E.isRight(answer)) {
    byId('reads', HTMLElement).replaceChildren(readsView(answer.right, performance.now() - began))
    notices.replaceChildren(...noticesOf(answer.right))
    return result.show(answer.right.value, answer.right.type)
  }
  byId('reads', HTMLElement).replaceChildren(h('p', { class: 'quiet' }, 'Nothing yet.'))
  const { left } = answer
  if (!('start' in left)) return result.showState(loadErrorView(left))
  showProblems([left])
  result.showState(
    h(
      'div',
      { class: 'state' },
      h('h3', {}, 'No result'),
      h('p', {}, 'The expression has an error, underlined above.'),
    ),
  )
}

/** Loads the keys of the project for suggestions. */
const loadKeys = async (): Promise<void> => {
  sample?.abort()
  const controller = new AbortController()
  sample = controller
  runs = anyRuns
  const found = await suggestedRuns(connect(key.value), project.value.trim(), controller.signal)
  if (sample === controller) runs = found
}

byId('query', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault()
  void run()
})
for (const field of [project, key]) field.addEventListener('change', () => void loadKeys())
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
    // Otherwise the form would be submitted as well.
    event.preventDefault()
    void run()
  }
  if (event.key === 'Escape' && !event.defaultPrevented) load?.abort()
})

byId('examples', HTMLElement).append(
  ...EXAMPLES.map(({ text, title }) => {
    const choose = (): void => {
      editor.replace(text)
      void run()
    }
    return h('li', {}, button(title, choose, { title: text }))
  }),
)

const isSandbox = import.meta.env.PANEL_SERVER === ''
byId('server', HTMLElement).textContent = isSandbox ? 'Sandbox with synthetic runs' : import.meta.env.PANEL_SERVER
key.placeholder = isSandbox ? 'optional for the sandbox' : 'stored in memory only'
project.value = import.meta.env.PANEL_PROJECT
byId('reads', HTMLElement).append(h('p', { class: 'quiet' }, 'Nothing yet.'))
byId('plan', HTMLElement).append(h('p', { class: 'quiet' }, 'The plan of an expression appears here when you run it.'))
result.showState(
  h(
    'div',
    { class: 'state' },
    h('h3', {}, 'No result yet'),
    h('p', {}, 'Write an expression and press Enter, or choose an example.'),
  ),
)
if (project.value !== '') void loadKeys()
editor.focus()
