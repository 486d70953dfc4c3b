import * as E from 'fp-ts/lib/Either.js'
import { loadRuns } from '../../src/loader/index.ts'
import { columnValue } from '../../src/ops/index.ts'
import { type Column, columnLabel } from '../../src/query/Column.ts'
import { columnReadings } from '../../src/query/parseColumn.ts'
import type { Run } from '../../src/types/index.ts'
import { isObject } from '../../src/types/wire/own.ts'
import type { Source } from '../load/source.ts'
import type { Streams } from '../output/Streams.ts'
import { noRunHas } from './noRunHas.ts'

/** So many of the newest runs tell what a filter may have meant. */
const SAMPLE = 200

/** A field of a filter, and a text that it is compared with, if any. */
interface Compared {
  readonly field: string
  readonly texts: ReadonlyArray<string>
}

const textsOf = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === 'string') return [value]
  if (!isObject(value)) return []
  const { $eq, $in } = value
  return [$eq, ...(Array.isArray($in) ? $in : [])].filter((one) => typeof one === 'string')
}

/** The fields of a filter, those of `$and` and `$or` too. */
const comparedIn = (filter: unknown): ReadonlyArray<Compared> => {
  if (Array.isArray(filter)) return filter.flatMap(comparedIn)
  if (!isObject(filter)) return []
  return Object.entries(filter).flatMap(([field, value]) =>
    field.startsWith('$') ? comparedIn(value) : [{ field, texts: textsOf(value) }],
  )
}

const valuesOf = (runs: ReadonlyArray<Run>, columns: ReadonlyArray<Column>): ReadonlyArray<unknown> =>
  columns
    .filter(({ _tag }) => _tag !== 'History')
    .flatMap((column) => runs.flatMap(columnValue(column as Column<unknown, Run>)))
    .filter((value) => value !== undefined && value !== null)

const keysOf = (runs: ReadonlyArray<Run>): ReadonlyArray<string> => [
  ...new Set(
    runs.flatMap(({ config, summary }) => [
      ...Object.keys(config).map((key) => `config.${key}`),
      ...Object.keys(summary).map((key) => `summary.${key}`),
    ]),
  ),
]

/** Says on stderr which keys and texts of a filter that no run matches none of the newest runs has, in one request. */
export const reportUnmatchedFilter = async (
  { client, project }: Source,
  { stderr }: Streams,
  filter: unknown,
): Promise<void> => {
  const compared = comparedIn(filter)
  if (compared.length === 0) return
  const loaded = await loadRuns({ project, order: '-createdAt', limit: SAMPLE })(client)()
  if (E.isLeft(loaded) || loaded.right.runs.length === 0) return
  const { runs, totalCount } = loaded.right
  const subject = totalCount > runs.length ? `None of the newest ${runs.length} runs has` : 'No run has'
  for (const { field, texts } of compared) {
    const columns = columnReadings(field)
    if (E.isLeft(columns)) continue
    const [first] = columns.right
    const values = valuesOf(runs, columns.right)
    if (first === undefined) continue
    if (values.length === 0) {
      if (first._tag !== 'Field') stderr.write(`${noRunHas(columnLabel(first), keysOf(runs), subject)}\n`)
      continue
    }
    const known = [...new Set(values.filter((value) => typeof value === 'string'))]
    for (const text of texts)
      if (known.length > 0 && !known.includes(text))
        stderr.write(`${noRunHas(text, known, `${subject} ${columnLabel(first)}`)}\n`)
  }
}
