import type { Column } from '../../query/Column.ts'
import { computedFields } from '../../query/computedFields.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { columnReader } from '../match/readColumn.ts'
import { type CellColumn, type CellTest, type Classifier, hasValue, keepWhere, valueColumn } from './CellColumn.ts'
import { interner } from './interner.ts'
import { BLOCK, type RowSource, rowSource } from './RowSource.ts'
import {
  type Cells,
  cellValue,
  keyReader,
  makeCells,
  NULL,
  NUMBER,
  type ObjectOf,
  OTHER,
  type ReadCells,
  valueReader,
} from './readCells.ts'

/** Keeps the rows whose cells, which were just read, pass. */
const keepCells = (cells: Cells, rows: Uint32Array, count: number, test: CellTest, fixed: Uint8Array): number => {
  const { kinds, numbers, others, otherCount } = cells
  const { passes, numbers: ofNumbers } = test
  if (otherCount === 0 && typeof ofNumbers === 'object') {
    const { low, high } = ofNumbers
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      const number = numbers[at] as number
      rows[kept] = rows[at] as number
      kept += +(number >= low) & +(number <= high)
    }
    return kept
  }
  if (otherCount === 0 && typeof ofNumbers === 'boolean') {
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      rows[kept] = rows[at] as number
      kept += fixed[kinds[at] as number] as number
    }
    return kept
  }
  return keepWhere(rows, count, (_, at) => {
    const kind = kinds[at] as number
    return kind === OTHER ? passes(others[at]) : kind === NUMBER ? passes(numbers[at]) : fixed[kind] === 1
  })
}

const copyNumbers = ({ numbers }: Cells, count: number, into: Float64Array): void => {
  for (let at = 0; at < count; at += 1) into[at] = numbers[at] as number
}

const copyTimes = (cells: Cells, count: number, into: Float64Array): void => {
  copyNumbers(cells, count, into)
  if (cells.otherCount === 0) return
  for (let at = 0; at < count; at += 1) {
    const other = cells.kinds[at] === OTHER ? cells.others[at] : undefined
    if (other instanceof Date) into[at] = other.getTime()
  }
}

const classifierOf = (read: ReadCells, cells: Cells): Classifier => {
  const { groupOf, groupOfNumber } = interner()
  const firstRows: Array<number> = []
  return {
    firstRows,
    classify: (rows, count, into) => {
      read(rows, count, cells)
      for (let at = 0; at < count; at += 1) {
        const group = cells.kinds[at] === NUMBER ? groupOfNumber(cells.numbers, at) : groupOf(cellValue(cells, at))
        if (group === firstRows.length) firstRows.push(rows[at] as number)
        into[at] = group
      }
    },
  }
}

/** A column of records, read in blocks into typed arrays. */
const cellsColumn = (value: (row: number) => unknown, read: ReadCells, cellsOf: () => Cells): CellColumn => {
  return {
    ...valueColumn(value),
    keeper: (test) => {
      const fixed = Uint8Array.from([undefined, null, false, true, undefined, undefined], (one) =>
        test.passes(one) ? 1 : 0,
      )
      fixed[NUMBER] = test.numbers === true ? 1 : 0
      return (rows, count) => {
        const cells = cellsOf()
        read(rows, count, cells)
        return keepCells(cells, rows, count, test, fixed)
      }
    },
    measure: (rows, count, { numbers, times, presence }) => {
      const cells = cellsOf()
      read(rows, count, cells)
      if (numbers !== undefined) copyNumbers(cells, count, numbers)
      if (times !== undefined) copyTimes(cells, count, times)
      if (presence !== undefined)
        for (let at = 0; at < count; at += 1)
          presence[at] = (cells.kinds[at] as number) > NULL && hasValue(cellValue(cells, at)) ? 1 : 0
    },
    classifier: () => classifierOf(read, cellsOf()),
  }
}

const objectsOf: Readonly<Record<'Config' | 'Summary' | 'SystemMetrics', ObjectOf>> = {
  Config: (run) => (run as RunFields).config,
  Summary: (run) => (run as RunFields).summary,
  SystemMetrics: (run) => (run as RunFields).systemMetrics,
}

const itself: ObjectOf = (run) => run

/** The object and the key of a column that is one key of an object; `undefined` for others. */
const keyOf = (column: Column): { readonly of: ObjectOf; readonly key: string } | undefined => {
  switch (column._tag) {
    case 'Field':
      return Object.hasOwn(computedFields, column.name) ? undefined : { of: itself, key: column.name }
    case 'Config':
    case 'Summary':
    case 'SystemMetrics': {
      const [key, ...others] = column.path
      return key === undefined || others.length > 0 ? undefined : { of: objectsOf[column._tag], key }
    }
    default:
      return undefined
  }
}

/** Is told of cells that were just read. It may throw to end the evaluation. */
export type AfterRead = (cells: Cells, rows: Uint32Array, count: number) => void

/** The columns of records, which are read at most `blockSize` at a time. */
export const recordColumns = (
  records: ReadonlyArray<unknown>,
  blockSize: number,
  afterReadOf?: (column: Column) => AfterRead,
): ((column: Column) => CellColumn) => {
  let made: Cells | undefined
  const cellsOf = (): Cells => {
    made ??= makeCells(Math.min(blockSize, records.length))
    return made
  }
  return (column) => {
    const readRecord = columnReader(column)
    const value = (row: number): unknown => readRecord(records[row] as RunFields)
    const found = keyOf(column)
    const read = found === undefined ? valueReader(value) : keyReader(records, found.of, found.key)
    const afterRead = afterReadOf?.(column)
    if (afterRead === undefined) return cellsColumn(value, read, cellsOf)
    const watched: ReadCells = (rows, count, cells) => {
      read(rows, count, cells)
      afterRead(cells, rows, count)
    }
    return cellsColumn(value, watched, cellsOf)
  }
}

/** Records as a source of rows. */
export const recordSource = (records: ReadonlyArray<unknown>): RowSource =>
  rowSource(records.length, recordColumns(records, BLOCK))
