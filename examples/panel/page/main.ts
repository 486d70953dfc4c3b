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
/** The text that the result on the page is of. */
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

/** A name that is still being chosen is not called wrong. */
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

/** What is wrong with a text before anything is loaded; an empty field is no mistake. */
const problemsOf = (text: string): ReadonlyArray<Problem> => {
  if (text.trim() === '') return []
  const parsed = parse(text)
  if (E.isLeft(parsed)) return [parsed.left]
  // An expression that names its own project is checked when it runs: its name is not one of the scope.
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
    onProgress: progress.tell,
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
    h('div', { class: 'state' }, h('h3', {}, 'No result'), h('p', {}, 'The expression has a mistake, marked above.')),
  )
}

/** Suggestions know the keys of the project that is named. */
const learnKeys = async (): Promise<void> => {
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
for (const field of [project, key]) field.addEventListener('change', () => void learnKeys())
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
    // The form would be sent a second time.
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
byId('server', HTMLElement).textContent = isSandbox ? 'Sandbox with made runs' : import.meta.env.PANEL_SERVER
key.placeholder = isSandbox ? 'the sandbox’s own' : 'kept in memory only'
project.value = import.meta.env.PANEL_PROJECT
byId('reads', HTMLElement).append(h('p', { class: 'quiet' }, 'Nothing yet.'))
byId('plan', HTMLElement).append(
  h('p', { class: 'quiet' }, 'What an expression needs of the server stands here once it runs.'),
)
result.showState(
  h(
    'div',
    { class: 'state' },
    h('h3', {}, 'No result yet'),
    h('p', {}, 'Write an expression and press Enter, or take an example.'),
  ),
)
if (project.value !== '') void learnKeys()
editor.focus()
