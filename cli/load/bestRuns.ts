import * as E from 'fp-ts/lib/Either.js'
import { runPages } from '../../src/loader/index.ts'
import { columnValue } from '../../src/ops/index.ts'
import type { Column } from '../../src/query/Column.ts'
import { parseOrder } from '../../src/query/parseOrder.ts'
import type { DefaultField, RunWith } from '../../src/types/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Args, Options } from '../arguments/Command.ts'
import { runFilter } from '../arguments/runFilter.ts'
import { runFilterOptions } from '../arguments/sharedOptions.ts'
import { ExitError, loadFailed, usageError } from '../output/ExitError.ts'
import type { Source } from './source.ts'

/** The options that name the best runs of a project instead of their paths. */
export const bestRunOptions = {
  best: {
    type: 'string',
    value: 'column',
    help: 'Take the best run of the project: the largest value of this column, such as summary.accuracy.',
  },
  minimize: { type: 'boolean', help: 'For --best, the smallest value is the best.' },
  ...runFilterOptions,
} as const satisfies Options

type Run = RunWith<DefaultField>

/** Options that select among the runs that `--best` compares. */
const selecting = ['minimize', 'filter', 'state', 'created', 'zone'] as const

/**
 * Checks that paths and `--best` are not combined, and returns whether there is `--best`.
 *
 * @param usage - What to write if there is neither; `undefined` if neither is needed.
 */
export const takesBest = (args: Args, usage?: string): boolean => {
  const isBest = args.has('best')
  const [path] = args.positionals
  if (isBest && path !== undefined) throw usageError(`Unexpected argument "${path}": --best takes the place of paths.`)
  if (!isBest && path === undefined && usage !== undefined)
    throw usageError(`Missing the run: write ${usage}, or --best summary.accuracy.`)
  const lost = isBest ? undefined : selecting.find((name) => args.has(name))
  if (lost !== undefined) throw usageError(`--${lost} needs --best: write --best summary.accuracy.`)
  return isBest
}

const hasNumber = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(value)

/** How many runs a request brings after the first: those before them had no number. */
const PAGE = 50

/** Reads `--best`. */
export const bestColumn = (args: Args): { readonly text: string; readonly column: Column<unknown, Run> } => {
  const text = args.value('best') ?? ''
  if (/^[+-]/.test(text)) throw usageError(`Invalid --best: "${text}" has a sign. Write --minimize for the smallest.`)
  const order = parseOrder(text)
  if (E.isLeft(order)) throw usageError(`Invalid --best: ${order.left.reason}.`)
  const [term, other] = order.right
  if (term === undefined || other !== undefined) throw usageError('Invalid --best: expected one column.')
  return { text, column: term.column as Column<unknown, Run> }
}

/**
 * Loads the best runs of a project by the column of `--best`, the best first. A run without a number there is none.
 *
 * @param count - How many runs to load.
 * @returns As many runs, or fewer if no others have a number.
 */
export const bestRuns = async (source: Source, args: Args, count: number): Promise<ReadonlyArray<Run>> => {
  const { text, column } = bestColumn(args)
  const readValue = columnValue(column)
  const query = {
    project: source.project,
    filters: runFilter(args),
    order: [{ column, direction: args.has('minimize') ? ('asc' as const) : ('desc' as const) }],
    pageSize: PAGE,
  }
  const best: Array<Run> = []
  for await (const page of runPages<DefaultField>(query)(source.client)) {
    if (E.isLeft(page)) throw loadFailed(page.left)
    const { runs, failures } = page.right
    // A run that cannot be read may be better than those that can.
    const [failure] = failures
    if (failure !== undefined)
      throw new ExitError(`Cannot tell the best run: run ${escapeControl(failure.runId ?? '?')} could not be read.`)
    best.push(...runs.filter((run) => hasNumber(readValue(run))))
    if (best.length >= count) return best.slice(0, count)
  }
  if (best.length === 0)
    throw new ExitError(
      `${query.filters === undefined ? 'No run' : 'None of the selected runs'} has a number in ${text}: "runs --columns summary.*,config.*" shows what there is.`,
    )
  return best
}
