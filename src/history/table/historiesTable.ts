import type { History, HistoryColumn } from '../../types/run/History.ts'
import { emptyBitmap, setBit } from '../../types/table/Bitmap.ts'
import type { IntegerVector, NumberVector, TableColumn, TextVector } from '../../types/table/TableColumn.ts'
import { tableColumnBuilder } from './tableColumnBuilder.ts'

/** A column of the rows of many histories, by name. */
export interface HistoriesColumn {
  readonly name: string
  readonly column: TableColumn
}

/** Histories that are joined into one table, row by row. */
export interface HistoriesTableBuilder {
  /** Adds the rows of a run's history. Its arrays are kept until the table is built, and not copied before. */
  readonly add: (runId: string, history: Pick<History, 'columns' | 'keys' | 'length' | 'steps'>) => void
  /** The number of rows so far. */
  readonly length: () => number
  /** The columns `runId` and `_step`, and one for each metric. Nothing can be added afterwards. */
  readonly build: () => ReadonlyArray<HistoriesColumn>
}

/** The rows of one history in a column. */
interface Part {
  readonly from: number
  readonly column: HistoryColumn
}

const isInteger = (value: number): boolean => Number.isSafeInteger(value) && !Object.is(value, -0)

/** Numbers, of which those without a bit in `valid` are `NaN`, as a column of the type that they have. */
const numbersColumn = (
  values: Float64Array,
  valid: Uint8Array | undefined,
  count: number,
): IntegerVector | NumberVector => {
  const validity = { valid, nulls: undefined }
  let integers = 0
  let isSmall = true
  for (const value of values) {
    if (!isInteger(value)) continue
    integers += 1
    if (value !== (value | 0)) isSmall = false
  }
  if (count === 0 || integers < count) return Object.freeze({ type: 'number', values, ...validity })
  // A typed array of integers turns NaN into 0.
  if (isSmall) return Object.freeze({ type: 'integer', values: Int32Array.from(values), ...validity })
  return Object.freeze({
    type: 'integer',
    values: values.map((value) => (Number.isNaN(value) ? 0 : value)),
    ...validity,
  })
}

/** Joins parts that all have numbers; each array is copied once. */
const joinNumbers = (parts: ReadonlyArray<Part>, length: number): TableColumn => {
  const values = new Float64Array(length).fill(Number.NaN)
  const valid = emptyBitmap(length)
  let count = 0
  for (const { from, column } of parts) {
    if (column.type !== 'number') continue
    values.set(column.values, from)
    for (let row = 0; row < column.values.length; row += 1) {
      if (column.present[row] === 0) values[from + row] = Number.NaN
      else {
        setBit(valid, from + row)
        count += 1
      }
    }
  }
  return numbersColumn(values, count === length ? undefined : valid, count)
}

/** Joins parts with any values. */
const joinValues = (parts: ReadonlyArray<Part>, length: number): TableColumn => {
  const cells = tableColumnBuilder({ capacity: length })
  for (const { from, column } of parts) {
    cells.pushMissing(from - cells.length)
    for (let row = 0; row < column.values.length; row += 1)
      cells.push(column.type === 'number' && column.present[row] === 0 ? undefined : column.values[row])
  }
  cells.pushMissing(length - cells.length)
  return cells.build()
}

const joinParts = (parts: ReadonlyArray<Part>, length: number): TableColumn =>
  parts.every(({ column }) => column.type === 'number') ? joinNumbers(parts, length) : joinValues(parts, length)

/** A metric may have the name of another column; then it gets a prefix. */
const freeName = (key: string, taken: ReadonlySet<string>): string => {
  let name = key
  while (taken.has(name)) name = `history.${name}`
  return name
}

/**
 * Joins the histories of runs into a table with a row for each of their rows: a column `runId`, a column `_step`, and one
 * for each metric, those of `keys` first. A metric that is called like one of these has the prefix `history.`.
 */
export const historiesTableBuilder = (keys: ReadonlyArray<string> = []): HistoriesTableBuilder => {
  const ids = new Map<string, number>()
  const runs: Array<{ readonly id: number; readonly from: number; readonly steps: Float64Array }> = []
  const metrics = new Map<string, Array<Part>>(keys.map((key) => [key, []]))
  let length = 0
  const runIds = (): TextVector => {
    const indices = new Int32Array(length)
    for (const { id, from, steps } of runs) indices.fill(id, from, from + steps.length)
    const dictionary = Object.freeze([...ids.keys()])
    return Object.freeze({ type: 'text', indices, dictionary, valid: undefined, nulls: undefined })
  }
  const steps = (): TableColumn => {
    const values = new Float64Array(length)
    for (const run of runs) values.set(run.steps, run.from)
    return length === 0
      ? Object.freeze({ type: 'integer', values: new Int32Array(0), valid: undefined, nulls: undefined })
      : numbersColumn(values, undefined, length)
  }
  return {
    add: (runId, history) => {
      if (history.length === 0) return
      const id = ids.get(runId) ?? ids.size
      ids.set(runId, id)
      runs.push({ id, from: length, steps: history.steps })
      for (const key of history.keys) {
        const column = history.columns[key]
        if (column === undefined) continue
        const parts = metrics.get(key)
        if (parts === undefined) metrics.set(key, [{ from: length, column }])
        else parts.push({ from: length, column })
      }
      length += history.length
    },
    length: () => length,
    build: () => {
      const columns: Array<HistoriesColumn> = [
        { name: 'runId', column: runIds() },
        { name: '_step', column: steps() },
      ]
      const taken = new Set(columns.map(({ name }) => name))
      for (const [key, parts] of metrics) {
        const name = freeName(key, taken)
        taken.add(name)
        columns.push({ name, column: joinParts(parts, length) })
        // The arrays of a metric are no longer needed while those of the next are copied.
        metrics.set(key, [])
      }
      return columns
    },
  }
}
