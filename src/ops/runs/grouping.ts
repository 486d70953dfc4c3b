import type { Column } from '../../query/Column.ts'
import { columnIssue } from '../../query/filterIssue.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { columnReader } from '../match/readColumn.ts'
import { copyDate } from '../ownValue.ts'
import type { Classifier } from '../relation/CellColumn.ts'
import { groupRows } from '../relation/groupRows.ts'
import type { RowSource } from '../relation/RowSource.ts'
import { recordSource } from '../relation/recordColumns.ts'
import { scanBlocks } from '../relation/scanBlocks.ts'

/** Throws a `TypeError` for what is no column. */
export const assertColumn = (column: Column): void => assertNoIssue('Invalid column', columnIssue(column, []))

/** Reads a column without its type: the public signatures ensure that the runs have what the column reads. */
export const untypedReader = (column: Column): ((run: unknown) => unknown) => {
  assertColumn(column)
  return columnReader(column) as (run: unknown) => unknown
}

/** The group of each run. */
interface Grouping<K> {
  /** The group number of each run; groups are numbered by first appearance. */
  readonly of: Uint32Array
  /** The key of each group, as in its first run. */
  readonly keys: ReadonlyArray<K>
}

type Classify<K> = (runs: ReadonlyArray<unknown>) => Grouping<K>

const classifyAll = (source: RowSource, { classify }: Pick<Classifier, 'classify'>): Uint32Array => {
  const of = new Uint32Array(source.length)
  let done = 0
  scanBlocks(source)((rows, count) => {
    classify(rows, count, of.subarray(done))
    done += count
  })
  return of
}

/** The first run with each value of a column, by its place. */
export const firstRowsBy = (column: Column): ((runs: ReadonlyArray<unknown>) => ReadonlyArray<number>) => {
  assertColumn(column)
  return (runs) => {
    const source = recordSource(runs)
    const classifier = source.columnOf(column).classifier()
    classifyAll(source, classifier)
    return classifier.firstRows
  }
}

/** Groups runs by a column. */
export const groupingBy = (column: Column): Classify<unknown> => {
  assertColumn(column)
  return (runs) => {
    const source = recordSource(runs)
    const { value, classifier } = source.columnOf(column)
    const groups = classifier()
    const of = classifyAll(source, groups)
    return { of, keys: groups.firstRows.map((row) => copyDate(value(row))) }
  }
}

/** Groups runs by several columns. */
export const groupingByAll = (columns: ReadonlyArray<Column>): Classify<ReadonlyArray<unknown>> => {
  columns.forEach(assertColumn)
  return (runs) => {
    const source = recordSource(runs)
    const cells = columns.map(source.columnOf)
    const groups = groupRows(
      cells.map(({ classifier }) => classifier()),
      source.length,
    )
    const of = classifyAll(source, groups)
    const keyOf = (_: unknown, group: number): ReadonlyArray<unknown> =>
      Object.freeze(cells.map(({ value }) => copyDate(value(groups.rowOf(group)))))
    return { of, keys: Array.from({ length: groups.count() }, keyOf) }
  }
}
