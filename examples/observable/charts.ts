import * as Plot from '@observablehq/plot'
import { historySeries, runConfigAt, runName, runSummaryAt } from 'wandb-run-ops/ops'
import type { History, Run } from 'wandb-run-ops/types'

/** The document that a chart is made in; in a browser and in a notebook, the page. */
export type Page = Pick<Plot.PlotOptions, 'document'>

const numberOr = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)

/** Each run a dot: a value of its config against one of its summary. A run that lacks one is not drawn. */
export const runsChart = (runs: ReadonlyArray<Run>, setting: string, metric: string, page: Page = {}) =>
  Plot.plot({
    ...page,
    grid: true,
    x: { type: 'log', label: setting },
    y: { label: metric },
    color: { legend: false },
    marks: [
      Plot.dot([...runs], {
        x: (run: Run) => numberOr(runConfigAt(run, [setting])),
        y: (run: Run) => numberOr(runSummaryAt(run, [metric])),
        stroke: (run: Run) => String(runConfigAt(run, ['family'])),
        title: runName,
      }),
    ],
  })

/** Each history a line: a metric over the steps. The columns are drawn as they are, without an object a row. */
export const historyChart = (
  histories: ReadonlyArray<{ readonly run: Pick<Run, 'displayName' | 'id'>; readonly history: History }>,
  metric: string,
  page: Page = {},
) =>
  Plot.plot({
    ...page,
    grid: true,
    x: { label: 'step' },
    y: { label: metric },
    marks: histories.map(({ run, history }) => {
      const { steps, values } = historySeries(history, metric)
      return Plot.lineY(values, { x: steps, stroke: () => runName(run), title: () => runName(run) })
    }),
  })
