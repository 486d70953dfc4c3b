import * as E from 'fp-ts/lib/Either.js'
import type { VariableTypes } from '../../client/graphql/document.ts'
import { historyFromRows } from '../../history/historyFromRows.ts'
import { mergeChunks } from '../../history/mergeChunks.ts'
import type { History } from '../../types/run/History.ts'
import type { UnknownRecord } from '../../types/wire/own.ts'
import type { HistoriesQuery } from './query.ts'
import { type RowLists, readSpecLists, serializeSpec, toRowList } from './readRows.ts'

/** What to select of each run for the sample of its history, and how to read it. */
export interface SampleSelection {
  readonly types: VariableTypes
  readonly variables: UnknownRecord
  readonly selection: string
  /** Reads the sample in a run's node; `undefined` if it is unreadable. */
  readonly read: (node: UnknownRecord) => History | undefined
}

/** What is sampled of each metric, with the x-axis in every row, or of the x-axis alone. */
export const sampleSpecs = (
  keys: ReadonlyArray<string>,
  axis: ReadonlyArray<string>,
): ReadonlyArray<ReadonlyArray<string>> => (keys.length === 0 ? [axis] : keys.map((key) => [...axis, key]))

/** The metrics that every sampled row must have: the steps are in every row anyway. */
export const axisKeys = (xAxis: string | undefined): ReadonlyArray<string> =>
  xAxis === undefined || xAxis === '_step' ? [] : [xAxis]

const sampleOf = (lists: RowLists, keys: ReadonlyArray<string> | undefined): History =>
  mergeChunks(lists, {
    keys,
    source: 'graphql',
    sampled: true,
    failures: lists.flatMap(({ failures }) => failures),
  })

/** The rows in a node, each of which is read by itself. */
const rowsIn = (rows: unknown, read: (rows: ReadonlyArray<unknown>) => History): History | undefined =>
  Array.isArray(rows ?? []) ? read((rows ?? []) as ReadonlyArray<unknown>) : undefined

/** Selects the sample of a history: whole rows, or rows with each of some metrics, or events. */
export const selectSample = (
  { stream, xAxis }: Pick<HistoriesQuery, 'stream' | 'xAxis'>,
  keys: ReadonlyArray<string> | undefined,
  samples: number,
): SampleSelection => {
  const rows = { types: { samples: 'Int' }, variables: { samples } }
  if (stream === 'system')
    return {
      ...rows,
      selection: 'events(samples: $samples)',
      read: ({ events }) =>
        rowsIn(events, (all) => historyFromRows(all, { keys, step: 'row', source: 'graphql', sampled: true })),
    }
  if (keys === undefined)
    return {
      ...rows,
      selection: 'history(samples: $samples)',
      read: ({ history }) => rowsIn(history, (all) => sampleOf([toRowList(all)], undefined)),
    }
  const axis = axisKeys(xAxis)
  const specs = sampleSpecs(keys, axis)
  const window = { min: undefined, max: undefined, samples }
  return {
    types: { specs: '[JSONString!]!' },
    variables: { specs: specs.map((spec) => serializeSpec(spec, window)) },
    selection: 'sampledHistory(specs: $specs)',
    read: ({ sampledHistory }) =>
      E.match(
        () => undefined,
        (lists: RowLists) => sampleOf(lists, [...axis, ...keys]),
      )(readSpecLists(sampledHistory, specs)),
  }
}
