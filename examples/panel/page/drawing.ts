import { h } from './dom.ts'
import { cellText } from './format.ts'

/** Shows a single value in large type. */
export const figureView = (value: unknown): HTMLElement => {
  const text = value === null || value === undefined ? 'no value' : cellText(value)
  const exact = typeof value === 'number' && String(value) !== text ? String(value) : undefined
  return h(
    'div',
    { class: 'figure' },
    h('p', { class: typeof value === 'number' ? 'figure-number' : 'figure-text' }, text),
    exact === undefined ? undefined : h('p', { class: 'figure-exact' }, exact),
  )
}
