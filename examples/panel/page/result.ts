import { showType, type Type } from 'wandb-run-ops/expression'
import { chartView } from './charts.ts'
import { byId, h } from './dom.ts'
import { figureView } from './drawing.ts'
import { pluralize } from './format.ts'
import { type Frame, frameOf } from './frame.ts'
import { parallelView } from './parallel.ts'
import { tableView } from './table.ts'
import { type Axes, defaultAxes, defaultView, VIEWS, type View, viewsOf } from './views.ts'

const LONGEST_TYPE = 90

const title = (view: View): string => `${view[0]?.toUpperCase()}${view.slice(1)}`

const countOf = ({ length, lists, noun }: Frame): string =>
  lists === undefined ? pluralize(length, noun) : `${pluralize(length, noun)} in ${pluralize(lists, 'list')}`

const columnSelect = (label: string, names: ReadonlyArray<string>, chosen: string, choose: (name: string) => void) => {
  const select = h(
    'select',
    {},
    ...names.map((name) => h('option', { value: name, selected: name === chosen }, name === '' ? 'none' : name)),
  )
  select.addEventListener('change', () => choose(select.value))
  return h('label', {}, h('span', {}, label), select)
}

/** Creates the result panel: shows a value in the chosen view, or in the one that fits its columns best. */
export const resultPanel = () => {
  const [views, axesBox, target, summary] = ['views', 'axes', 'view', 'summary'].map((id) => byId(id, HTMLElement)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ]
  let value: unknown
  let frame: Frame | undefined
  let view: View = 'number'
  let axes: Axes | undefined
  let isShown = false

  const content = (): HTMLElement => {
    if (frame === undefined || view === 'number') return figureView(value)
    if (view === 'table') return tableView(frame)
    const width = Math.max(280, target.clientWidth)
    return view === 'parallel'
      ? parallelView(frame, width)
      : chartView(frame, view, axes ?? defaultAxes(frame, view), width)
  }
  const draw = (): void => target.replaceChildren(content())

  const drawAxes = (): void => {
    const hasAxes = frame !== undefined && (view === 'line' || view === 'bar' || view === 'scatter')
    axesBox.hidden = !hasAxes
    axesBox.replaceChildren()
    if (!hasAxes || frame === undefined) return
    const now = axes ?? defaultAxes(frame, view)
    const set = (change: Partial<Axes>): void => {
      axes = { ...now, ...axes, ...change }
      draw()
    }
    const names = frame.columns.filter(({ kind }) => kind !== 'other').map(({ name }) => name)
    const numbers = frame.columns.filter(({ kind }) => kind === 'number').map(({ name }) => name)
    axesBox.replaceChildren(
      columnSelect('x', names, now.x, (x) => set({ x })),
      columnSelect('y', numbers, now.y, (y) => set({ y })),
      columnSelect('colour', ['', ...names.filter((name) => !numbers.includes(name))], now.colour ?? '', (name) =>
        set({ colour: name === '' ? undefined : name }),
      ),
    )
  }
  const choose = (wanted: View): void => {
    view = wanted
    axes = frame === undefined ? undefined : defaultAxes(frame, view)
    drawAxes()
    draw()
  }
  const drawViews = (possible: ReadonlyArray<View>): void =>
    views.replaceChildren(
      ...VIEWS.map((name) => {
        const radio = h('input', {
          type: 'radio',
          name: 'view',
          value: name,
          checked: name === view,
          disabled: !possible.includes(name),
        })
        radio.addEventListener('change', () => choose(name))
        return h('label', {}, radio, h('span', {}, title(name)))
      }),
    )

  let width = target.clientWidth
  new ResizeObserver(() => {
    if (isShown && view !== 'table' && view !== 'number' && target.clientWidth !== width) draw()
    width = target.clientWidth
  }).observe(target)

  return {
    /** Shows a value. */
    show: (shown: unknown, type: Type): void => {
      value = shown
      frame = frameOf(shown)
      view = defaultView(frame)
      isShown = true
      const text = showType(type)
      const label = text.length > LONGEST_TYPE ? `${text.slice(0, LONGEST_TYPE)}…` : text
      summary.replaceChildren(
        ...(frame === undefined ? [] : [h('span', {}, countOf(frame)), ' ']),
        text === 'any' ? '' : h('code', { title: text }, label),
      )
      views.hidden = false
      drawViews(viewsOf(frame))
      choose(view)
    },
    /** Shows a message instead of a value. */
    showState: (state: HTMLElement): void => {
      isShown = false
      views.hidden = true
      axesBox.hidden = true
      summary.replaceChildren()
      target.replaceChildren(state)
    },
  }
}
