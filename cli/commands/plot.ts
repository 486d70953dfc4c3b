import { loadHistory, loadRun, type Progress } from '../../src/loader/index.ts'
import { runName } from '../../src/ops/index.ts'
import type { RunWith } from '../../src/types/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { didYouMean } from '../../src/types/wire/nearest.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { keysOption } from '../arguments/optionValues.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { metricCharts, type PlottedRun } from '../chart/metricCharts.ts'
import { plotOptions, readPlotStyle } from '../chart/plotOptions.ts'
import { bestRunOptions, bestRuns, takesBest } from '../load/bestRuns.ts'
import { resolveRunPath } from '../load/resolveRunPath.ts'
import { settled } from '../load/settled.ts'
import { type Source, withSource } from '../load/source.ts'
import { hasColors } from '../output/colors.ts'
import { ExitError } from '../output/ExitError.ts'
import { progressBar } from '../output/progressBar.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'

type PlotRun = RunWith<'historyKeys'>

const USAGE = 'plot entity/project/id --keys loss'

/** How many metrics a message lists. */
const MAX_LISTED = 20

const metricsOf = (runs: ReadonlyArray<PlotRun>): ReadonlyArray<string> => [
  ...new Set(runs.flatMap(({ historyKeys }) => Object.keys(historyKeys?.keys ?? {}))),
]

const loadRunsToPlot = async (source: Source, args: Args): Promise<ReadonlyArray<PlotRun>> => {
  const runs = takesBest(args, USAGE)
    ? await bestRuns(source, args, 1)
    : [...new Set(args.positionals)].map((text) => resolveRunPath(source, text))
  return Promise.all(runs.map((run) => settled(loadRun({ run, fields: ['historyKeys'] })(source.client))))
}

/** Names metrics, those that W&B adds last. */
const listed = (all: ReadonlyArray<string>): string => {
  const metrics = all.toSorted((one, other) => Number(one.startsWith('_')) - Number(other.startsWith('_')))
  const shown = metrics.slice(0, MAX_LISTED).map(escapeControl).join(', ')
  return metrics.length > MAX_LISTED ? `${shown} and ${metrics.length - MAX_LISTED} more` : shown
}

const wantedKeys = (args: Args, metrics: ReadonlyArray<string>): ReadonlyArray<string> => {
  const keys = keysOption(args)
  if (keys !== undefined) return keys
  if (metrics.length === 0) throw new ExitError('There is nothing to draw: the run has logged no metric.')
  throw new ExitError(`Missing --keys. The metrics are ${listed(metrics)}.`)
}

/** Loads the metrics of runs, one run after the other. */
const loadHistories = async (
  { client }: Source,
  runs: ReadonlyArray<PlotRun>,
  keys: ReadonlyArray<string>,
  streams: Streams,
): Promise<ReadonlyArray<PlottedRun>> => {
  const bar = progressBar(streams, 'rows')
  const onProgress = ({ loaded, total }: Progress): void => bar.update(loaded, total)
  const plotted: Array<PlottedRun> = []
  try {
    for (const run of runs)
      plotted.push({
        name: runName(run) || run.id,
        history: await settled(loadHistory({ run, keys, onProgress })(client)),
      })
  } finally {
    bar.stop()
  }
  return plotted
}

/** Names the metrics that no run has on stderr, and returns the others. */
const existing = (
  keys: ReadonlyArray<string>,
  plotted: ReadonlyArray<PlottedRun>,
  metrics: ReadonlyArray<string>,
  { stderr }: Streams,
): ReadonlyArray<string> =>
  keys.filter((key) => {
    if (key === '_step' || plotted.some(({ history }) => history.keys.includes(key))) return true
    const hint = didYouMean(key, metrics) ?? (metrics.length === 0 ? undefined : `The metrics are ${listed(metrics)}.`)
    stderr.write(`No run has the metric ${escapeControl(key)}.${hint === undefined ? '' : ` ${escapeControl(hint)}`}\n`)
    return false
  })

const runPlot = async (args: Args, streams: Streams): Promise<number> => {
  takesBest(args, USAGE)
  const style = readPlotStyle(args, streams)
  keysOption(args)
  const { plotted, metrics, keys } = await withSource(args, streams, async (source) => {
    const runs = await loadRunsToPlot(source, args)
    const known = metricsOf(runs)
    const wanted = wantedKeys(args, known)
    const requested = style.x === '_step' ? wanted : [...wanted, style.x]
    return { plotted: await loadHistories(source, runs, requested, streams), metrics: known, keys: wanted }
  })
  const drawn = existing(keys, plotted, metrics, streams)
  const hasX = existing([style.x], plotted, metrics, streams).length > 0
  if (drawn.length === 0 || !hasX) throw new ExitError('There is nothing to draw.')
  await write(streams.stdout, metricCharts(plotted, drawn, style, hasColors(streams)))
  const failures = plotted.flatMap(({ history }) => history.failures)
  return reportProblems(streams, { failures, skipped: 0, complete: true })
}

/** Draws metrics of runs in the terminal. */
export const plotCommand: Command = {
  name: 'plot',
  group: 'Runs',
  summary: 'Draw metrics of runs as line charts in the terminal.',
  usage: '<entity/project/id …> --keys <names> [options]',
  options: {
    keys: {
      type: 'string',
      short: 'k',
      repeatable: true,
      value: 'names',
      help: 'The metrics to draw: loss,val/loss; without it, the metrics of the run are listed.',
    },
    ...plotOptions,
    ...bestRunOptions,
    ...projectOptions,
  },
  examples: [
    'plot team/vision/a1b2c3d4 --keys train/loss,val/loss --smooth 0.9',
    'plot a1b2c3d4 e5f6a7b8 --project team/vision --keys loss --log-y',
    'plot --best summary.accuracy --project team/vision --keys loss --x _runtime',
  ],
  run: runPlot,
}
