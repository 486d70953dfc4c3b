import type { Classifier } from './CellColumn.ts'
import { interner } from './interner.ts'
import { BLOCK } from './RowSource.ts'

/** Groups of rows by several columns. */
export interface RowGroups {
  /** Writes the group of each row, at most a block of them; groups are numbered by first appearance. */
  readonly classify: Classifier['classify']
  /** The number of groups so far. */
  readonly count: () => number
  /** The first row of a group, which has its keys. */
  readonly rowOf: (group: number) => number
}

/** One group of all rows. */
const oneGroup = (): RowGroups => {
  let count = 0
  return {
    classify: (_rows, rowCount, into) => {
      into.fill(0, 0, rowCount)
      if (rowCount > 0) count = 1
    },
    count: () => count,
    rowOf: () => 0,
  }
}

const groupsOf = ({ classify, firstRows }: Classifier): RowGroups => ({
  classify,
  count: () => firstRows.length,
  rowOf: (group) => firstRows[group] as number,
})

/** Splits groups by one more column. */
const splitGroups = (outer: RowGroups, inner: Classifier, length: number): RowGroups => {
  const { groupOfNumber } = interner()
  const innerGroups = new Uint32Array(Math.min(BLOCK, length))
  const pairs = new Float64Array(innerGroups.length)
  const firstRows: Array<number> = []
  return {
    classify: (rows, count, into) => {
      outer.classify(rows, count, into)
      inner.classify(rows, count, innerGroups)
      for (let at = 0; at < count; at += 1) {
        const first = into[at] as number
        const second = innerGroups[at] as number
        // One number per pair of groups: an exact integer for fewer than 2^26 rows.
        pairs[at] = first * length + second
        const group = groupOfNumber(pairs, at)
        if (group === firstRows.length) firstRows.push(rows[at] as number)
        into[at] = group
      }
    },
    count: () => firstRows.length,
    rowOf: (group) => firstRows[group] as number,
  }
}

/** Makes groups of the rows of a source of `length` rows that have the same value in each column. */
export const groupRows = (classifiers: ReadonlyArray<Classifier>, length: number): RowGroups => {
  const [first, ...others] = classifiers
  if (first === undefined) return oneGroup()
  return others.reduce((outer, inner) => splitGroups(outer, inner, length), groupsOf(first))
}
