import { type CellColumn, valueColumn } from '../../ops/relation/CellColumn.ts'
import { BLOCK, columnKey, type RowSource, rowSource } from '../../ops/relation/RowSource.ts'
import { cellValue, MISSING, OTHER } from '../../ops/relation/readCells.ts'
import { type AfterRead, recordColumns } from '../../ops/relation/recordColumns.ts'
import { isNone, type UnknownRecord } from '../../types/wire/own.ts'
import type { MemoryColumn } from '../plan/memoryColumn.ts'
import { isTime, NotRelational, type RunCheck } from './runCheck.ts'

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

/**
 * The runs as columns. Whatever is read is checked, in blocks or one by one: `NotRelational` is thrown for a cell that the
 * evaluator reads or treats differently.
 */
export const watchedRuns = (
  runs: ReadonlyArray<unknown>,
  columns: ReadonlyArray<MemoryColumn>,
  check: RunCheck,
): RowSource => {
  const known = new Map(columns.map((read) => [columnKey(read.column), read]))
  const columnOf = recordColumns(runs, BLOCK, (column) => {
    const read = known.get(columnKey(column))
    if (read === undefined) throw new NotRelational()
    const assertCells = watch(runs, read)
    return (cells, rows, count) => {
      check.next(rows, count)
      assertCells(cells, rows, count)
    }
  })
  return rowSource(runs.length, (column): CellColumn => {
    const { value, keeper, measure, classifier } = columnOf(column)
    const read = known.get(columnKey(column)) as MemoryColumn
    const exactValue = (row: number): unknown => {
      const found = value(row)
      if (!isExact(read, runs[row] as UnknownRecord, found)) throw new NotRelational()
      return found
    }
    return { ...valueColumn(exactValue), keeper, measure, classifier }
  })
}
