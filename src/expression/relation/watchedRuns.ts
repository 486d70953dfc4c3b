import { type CellColumn, valueColumn } from '../../ops/relation/CellColumn.ts'
import { BLOCK, columnKey, type RowSource, rowSource } from '../../ops/relation/RowSource.ts'
import { cellValue, MISSING, OTHER } from '../../ops/relation/readCells.ts'
import { type AfterRead, recordColumns } from '../../ops/relation/recordColumns.ts'
import { isNone, type UnknownRecord } from '../../types/wire/own.ts'
import type { MemoryColumn } from '../plan/memoryColumn.ts'
import { NotRelational, type RunCheck } from './runCheck.ts'

const isTime = (value: unknown): boolean => value instanceof Date && !Number.isNaN(value.getTime())

const isScalar = (value: unknown): boolean => {
  const type = typeof value
  return value === null || type === 'string' || type === 'number' || type === 'boolean' || type === 'undefined'
}

/** Whether columns treat a value as expressions do: lists, dicts and bigints they do not. */
export const isColumnValue = (value: unknown): boolean => isScalar(value) || isTime(value)

/** Whether a column has the value that the evaluator reads of a run, and both treat it in the same way. */
const isExact = (
  { dict, isTime: isOfTimes, isList, startOf }: MemoryColumn,
  run: UnknownRecord,
  value: unknown,
): boolean => {
  if (isList) return Array.isArray(value) && value.every((tag) => typeof tag === 'string')
  if (startOf !== undefined) return isNone(run[startOf]) ? isNone(value) : isTime(value)
  if (isOfTimes) return isNone(value) || isTime(value)
  // The evaluator reads the key of each element of a list.
  return value === undefined ? dict === undefined || !Array.isArray(run[dict]) : isScalar(value)
}

/** Checks the cells that were just read: all of times and lists, and of others those that are not sure to be exact. */
const watch = (runs: ReadonlyArray<unknown>, read: MemoryColumn): AfterRead => {
  const isEachUnsure = read.isTime || read.isList
  const mayMiss = read.dict !== undefined
  return (cells, rows, count) => {
    const { kinds, others, otherCount } = cells
    if (!isEachUnsure && otherCount === 0 && !(mayMiss && kinds.subarray(0, count).includes(MISSING))) return
    for (let at = 0; at < count; at += 1) {
      const kind = kinds[at]
      const isSure = !isEachUnsure && (kind === OTHER ? typeof others[at] === 'string' : kind !== MISSING || !mayMiss)
      if (isSure) continue
      if (!isExact(read, runs[rows[at] as number] as UnknownRecord, cellValue(cells, at))) throw new NotRelational()
    }
  }
}

/** Whether rows are those from a number on, without gaps. */
const areNext = (rows: Uint32Array, count: number, from: number): boolean => {
  if (rows[0] !== from || rows[count - 1] !== from + count - 1) return false
  for (let at = 1; at < count; at += 1) if (rows[at] !== from + at) return false
  return true
}

/** The runs as columns. */
export interface WatchedRuns {
  /** What is read of it is checked, in blocks or one by one: it throws for a cell that the evaluator reads or treats differently. */
  readonly source: RowSource
  /** Checks the cells that have to be exact, but have not been read. */
  readonly readRest: () => void
}

/**
 * Makes columns of runs. The cells of `everywhere` are read in all runs: when a filter reads a block of the runs, as they are
 * in the processor's cache then. A cell that is not exactly what the evaluator reads ends the evaluation with `NotRelational`.
 */
export const watchedRuns = (
  runs: ReadonlyArray<unknown>,
  columns: ReadonlyArray<MemoryColumn>,
  everywhere: ReadonlyArray<MemoryColumn>,
  check: RunCheck,
): WatchedRuns => {
  const known = new Map(columns.map((read) => [columnKey(read.column), read]))
  const wanted = new Map(everywhere.map(({ column }) => [columnKey(column), column]))
  const columnOf = recordColumns(runs, BLOCK, (column) => {
    const read = known.get(columnKey(column))
    if (read === undefined) throw new NotRelational()
    const assertCells = watch(runs, read)
    return (cells, rows, count) => {
      check.next(rows, count)
      assertCells(cells, rows, count)
    }
  })
  // How many of the first rows have been read of all columns that are wanted.
  let readCount = 0
  const readWanted = (rows: Uint32Array, count: number, own?: string): void => {
    for (const [key, column] of wanted) if (key !== own) source.columnOf(column).measure(rows, count, {})
    readCount += count
  }
  const source = rowSource(runs.length, (column): CellColumn => {
    const { value, keeper, measure, classifier } = columnOf(column)
    const key = columnKey(column)
    const read = known.get(key) as MemoryColumn
    const exactValue = (row: number): unknown => {
      const found = value(row)
      if (!isExact(read, runs[row] as UnknownRecord, found)) throw new NotRelational()
      return found
    }
    return {
      ...valueColumn(exactValue),
      keeper: (test) => {
        const keep = keeper(test)
        return (rows, count) => {
          if (areNext(rows, count, readCount)) readWanted(rows, count, key)
          return keep(rows, count)
        }
      },
      measure,
      classifier,
    }
  })
  return {
    source,
    readRest: () => {
      const rows = new Uint32Array(BLOCK)
      while (wanted.size > 0 && readCount < runs.length) {
        const count = Math.min(BLOCK, runs.length - readCount)
        for (let at = 0; at < count; at += 1) rows[at] = readCount + at
        readWanted(rows, count)
      }
    },
  }
}
