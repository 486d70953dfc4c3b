import type { Args, Options } from '../arguments/Command.ts'
import { integerOption } from '../arguments/optionValues.ts'
import { usageError } from '../output/ExitError.ts'
import type { Streams } from '../output/Streams.ts'
import { terminalWidth } from '../output/terminalWidth.ts'

/** The width of a chart without a terminal. */
const DEFAULT_WIDTH = 80
const DEFAULT_HEIGHT = 15
const MAX_SIZE = 1000

/** The options of how charts are drawn. */
export const plotOptions = {
  x: {
    type: 'string',
    short: 'x',
    value: 'name',
    help: 'The horizontal axis: _step (the default), _runtime, _timestamp or another metric.',
  },
  smooth: {
    type: 'string',
    value: 'weight',
    help: 'Smooth by an exponential moving average, as in TensorBoard: from 0 to less than 1, such as 0.9.',
  },
  'log-y': { type: 'boolean', help: 'Make the vertical axis logarithmic.' },
  overlay: { type: 'boolean', help: 'Draw all metrics in one chart instead of a chart for each.' },
  sparklines: { type: 'boolean', help: 'Draw a line of bars for each run and metric instead of charts.' },
  width: {
    type: 'string',
    value: 'characters',
    help: `The width of a chart; defaults to the width of the terminal, or ${DEFAULT_WIDTH}.`,
  },
  height: {
    type: 'string',
    value: 'rows',
    help: `The rows between the axes of a chart; defaults to ${DEFAULT_HEIGHT}.`,
  },
} as const satisfies Options

/** How charts are drawn. */
export interface PlotStyle {
  readonly x: string
  readonly smoothing: number
  readonly isLog: boolean
  readonly isOverlay: boolean
  readonly areSparklines: boolean
  readonly width: number
  readonly height: number
}

const smoothOption = (args: Args): number => {
  const text = args.value('smooth')
  if (text === undefined) return 0
  const weight = /^(0|1|0?\.\d+|0\.\d*)$/.test(text) ? Number(text) : Number.NaN
  if (!(weight < 1)) throw usageError(`--smooth must be a number from 0 to less than 1, got "${text}".`)
  return weight
}

const sizeOption = (args: Args, name: 'width' | 'height', least: number): number | undefined => {
  const size = integerOption(args, name, least)
  if (size !== undefined && size > MAX_SIZE) throw usageError(`--${name} must be at most ${MAX_SIZE}, got "${size}".`)
  return size
}

/** Reads the options of how charts are drawn. */
export const readPlotStyle = (args: Args, streams: Streams): PlotStyle => ({
  x: args.value('x') ?? '_step',
  smoothing: smoothOption(args),
  isLog: args.has('log-y'),
  isOverlay: args.has('overlay'),
  areSparklines: args.has('sparklines'),
  width: sizeOption(args, 'width', 20) ?? Math.min(MAX_SIZE, terminalWidth(streams) ?? DEFAULT_WIDTH),
  height: sizeOption(args, 'height', 3) ?? DEFAULT_HEIGHT,
})
