import { explain } from 'wandb-run-ops/expression'
import { h } from './dom.ts'

/** Shows the query plan, one `div` per line, so that long lines wrap to the right of their branch. */
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
