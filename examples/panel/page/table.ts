import { button, h } from './dom.ts'
import { cellText, count } from './format.ts'
import type { Frame } from './frame.ts'

const PAGE_ROWS = 50

const rowsOf = (frame: Frame, from: number, to: number): ReadonlyArray<HTMLTableRowElement> =>
  Array.from({ length: to - from }, (_, offset) => {
    const row = from + offset
    const cells = frame.columns.map(({ kind, values }) => {
      const text = cellText(values[row])
      return h(
        'td',
        { class: kind === 'number' ? 'is-number' : undefined, title: text.length > 40 ? text : undefined },
        text,
      )
    })
    return h('tr', {}, h('th', { scope: 'row', class: 'row-number' }, count(row + 1)), ...cells)
  })

/** Shows rows in pages, with the total count. */
export const tableView = (frame: Frame): HTMLElement => {
  const body = h('tbody')
  const caption = h('p', { class: 'pager-count', role: 'status' })
  const last = Math.max(0, Math.ceil(frame.length / PAGE_ROWS) - 1)
  let page = 0
  const show = (wanted: number): void => {
    page = Math.min(Math.max(0, wanted), last)
    const from = page * PAGE_ROWS
    const to = Math.min(frame.length, from + PAGE_ROWS)
    body.replaceChildren(...rowsOf(frame, from, to))
    caption.textContent =
      frame.length === 0
        ? `0 ${frame.noun}s`
        : `${count(from + 1)}–${count(to)} of ${count(frame.length)} ${frame.noun}${frame.length === 1 ? '' : 's'}`
    for (const [control, isOff] of [
      [first, page === 0],
      [previous, page === 0],
      [next, page === last],
      [end, page === last],
    ] as const)
      control.setAttribute('aria-disabled', String(isOff))
  }
  const first = button('First', () => show(0))
  const previous = button('Previous', () => show(page - 1))
  const next = button('Next', () => show(page + 1))
  const end = button('Last', () => show(last))
  const head = frame.columns.map(({ kind, name }) =>
    h('th', { scope: 'col', class: kind === 'number' ? 'is-number' : undefined }, name),
  )
  const table = h(
    'table',
    {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col', class: 'row-number' }, '#'), ...head)),
    body,
  )
  show(0)
  const pager = h(
    'div',
    { class: 'pager' },
    caption,
    last > 0
      ? h('div', { class: 'pager-buttons', role: 'group', 'aria-label': 'Pages' }, first, previous, next, end)
      : undefined,
  )
  return h(
    'div',
    {},
    h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': 'Result rows' }, table),
    pager,
  )
}
