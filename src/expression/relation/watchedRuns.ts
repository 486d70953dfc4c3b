import type { CellColumn } from '../../ops/relation/CellColumn.ts'
import { BLOCK, columnKey, type RowSource, rowSource } from '../../ops/relation/RowSource.ts'
import { type Cells, MISSING, NULL, OTHER } from '../../ops/relation/readCells.ts'
import { type AfterRead, recordColumns } from '../../ops/relation/recordColumns.ts'
import { isNone, type UnknownRecord } from '../../types/wire/own.ts'
import type { MemoryColumn } from '../plan/memoryColumn.ts'
import { NotRelational, type RunCheck } from './runCheck.ts'

/** Whether columns treat a value as expressions do: lists, dicts and bigints they do not. */
export const isColumnValue = (value: unknown, isTime: boolean): boolean => {
  if (value instanceof Date) return isTime && !Number.isNaN(value.getTime())
  const type = typeof value
  return value === null || type === 'string' || type === 'number' || type === 'boolean' || type === 'undefined'
}

const assertValue = (value: unknown, isTime: boolean): void => {
  if (!isColumnValue(value, isTime) || (isTime && typeof value === 'string')) throw new NotRelational()
}

const assertTags = (value: unknown): void => {
  if (!Array.isArray(value) || value.some((tag) => typeof tag !== 'string')) throw new NotRelational()
}

/** Checks the cells that were just read. */
const watch = (runs: ReadonlyArray<unknown>, { dict, isTime, isList, startOf }: MemoryColumn): AfterRead => {
  const assert = isList ? assertTags : (value: unknown) => assertValue(value, isTime)
  const assertOthers = ({ kinds, others }: Cells, count: number): void => {
    for (let at = 0; at < count; at += 1) {
      if (kinds[at] !== OTHER) continue
      const value = others[at]
      if (isTime || isList || typeof value !== 'string') assert(value)
    }
  }
  /** Whether a run without a value has something that the evaluator reads in another way: a list, or a time of another type. */
  const isOdd = (row: number): boolean => {
    const run = runs[row] as UnknownRecord
    if (startOf !== undefined) return !isNone(run[startOf]) && !(run[startOf] instanceof Date)
    return isList || (dict !== undefined && Array.isArray(run[dict]))
  }
  /** Whether a cell that should have a time or a list has something else. */
  const isOfOtherType = (kind: number): boolean => kind !== OTHER && kind !== MISSING && (isList || kind !== NULL)
  return (cells, rows, count) => {
    const { kinds, otherCount } = cells
    if (isTime || isList)
      for (let at = 0; at < count; at += 1) if (isOfOtherType(kinds[at] as number)) throw new NotRelational()
    if (otherCount > 0) assertOthers(cells, count)
    const missing = kinds.indexOf(MISSING)
    if (missing < 0 || missing >= count || (dict === undefined && startOf === undefined && !isList)) return
    for (let at = missing; at < count; at += 1)
      if (kinds[at] === MISSING && isOdd(rows[at] as number)) throw new NotRelational()
  }
}

/** The runs as columns. What they read is checked: `NotRelational` is thrown for a value that columns treat differently. */
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
    const made = columnOf(column)
    const { isTime = false, startOf } = known.get(columnKey(column)) ?? {}
    return {
      ...made,
      value: (row) => {
        if (startOf !== undefined && !((runs[row] as UnknownRecord)[startOf] instanceof Date)) throw new NotRelational()
        return made.value(row)
      },
      sortKeys: (rows) => {
        if (startOf !== undefined) throw new NotRelational()
        const keys = made.sortKeys(rows)
        if (!(keys instanceof Float64Array)) for (const key of keys) assertValue(key, isTime)
        return keys
      },
    }
  })
}
