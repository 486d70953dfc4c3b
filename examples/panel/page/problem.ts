import type { LoadError } from 'wandb-run-ops/loader'
import { h } from './dom.ts'
import type { Problem } from './editor.ts'

/** Formats an offset as a column, and a line if the text has several. */
const positionText = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return text.includes('\n') ? `Line ${before.length}, column ${column}` : `Column ${column}`
}

/** Shows the first problems of an expression with their position and a hint. */
export const problemView = (text: string, problems: ReadonlyArray<Problem>): ReadonlyArray<HTMLElement> =>
  problems
    .slice(0, 3)
    .map(({ hint, message, start }) =>
      h(
        'p',
        {},
        h('span', { class: 'problem-place' }, positionText(text, start)),
        h('span', {}, h('strong', {}, message), hint === undefined ? undefined : ` ${hint}`),
      ),
    )

/** Shows why a load failed. */
export const loadErrorView = ({ message }: LoadError): HTMLElement =>
  h('div', { class: 'state state-error', role: 'alert' }, h('h3', {}, 'Load failed'), h('p', {}, message))
