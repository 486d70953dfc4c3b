import * as Plot from '@observablehq/plot'
import { historySeries, runConfigAt, runName, runSummaryAt } from 'wandb-run-ops/ops'
import type { History, Run } from 'wandb-run-ops/types'

/** The document to create a chart in; defaults to the page in a browser or a notebook. */
export type Page = Pick<Plot.PlotOptions, 'document'>

const numberOr = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)

/** Plots a config value against a summary value, one dot per run. Runs without both values are not drawn. */
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

/** Plots a metric over the steps, one line per history. Columns are passed to Plot directly, without row objects. */
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
