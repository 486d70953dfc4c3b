import type { LoadError } from 'wandb-run-ops/loader'
import { h } from './dom.ts'
import type { Problem } from './editor.ts'

/** Where in a text of several lines an offset is. */
const placeOf = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return text.includes('\n') ? `Line ${before.length}, column ${column}` : `Column ${column}`
}

/** The first problem of an expression, with its place and what to write instead. */
export const problemView = (text: string, problems: ReadonlyArray<Problem>): ReadonlyArray<HTMLElement> =>
  problems
    .slice(0, 3)
    .map(({ hint, message, start }) =>
      h(
        'p',
        {},
        h('span', { class: 'problem-place' }, placeOf(text, start)),
        h('span', {}, h('strong', {}, message), hint === undefined ? undefined : ` ${hint}`),
      ),
    )

/** Why nothing could be loaded. */
export const loadErrorView = ({ message }: LoadError): HTMLElement =>
  h('div', { class: 'state state-error', role: 'alert' }, h('h3', {}, 'Nothing was loaded'), h('p', {}, message))
