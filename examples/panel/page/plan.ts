import { explain } from 'wandb-run-ops/expression'
import { h } from './dom.ts'

/** What an expression asks of the server, a line a `div`, so that a long line is wrapped behind its branch. */
export const planView = (text: string): HTMLElement => {
  const lines = explain(text).split('\n')
  return h(
    'div',
    { class: 'plan' },
    ...lines.map((line) => {
      const branch = /^[│├└─ ]*/.exec(line)?.[0] ?? ''
      return h(
        'div',
        { class: 'plan-line' },
        h('span', { class: 'branch', 'aria-hidden': 'true' }, branch),
        h('span', {}, line.slice(branch.length)),
      )
    }),
  )
}
