import { cellAt, hasCell } from '../../history/table/cellAt.ts'
import { type Bitmap, hasBit } from '../../types/table/Bitmap.ts'
import type {
  BooleanVector,
  IntegerVector,
  NumberVector,
  TableColumn,
  TextVector,
  TimeVector,
} from '../../types/table/TableColumn.ts'
import { compareValues } from '../compareValues.ts'
import { type CellColumn, type Classifier, type Fill, type Keep, type NumberRange, valueColumn } from './CellColumn.ts'
import { interner } from './interner.ts'

/** Keeps the rows whose bit is set, or those whose bit is not. */
const keepBits = (bits: Bitmap, rows: Uint32Array, count: number, isSet: boolean): number => {
  const flip = isSet ? 0 : 1
  let kept = 0
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number
    rows[kept] = row
    kept += (((bits[row >>> 3] as number) >>> (row & 7)) & 1) ^ flip
  }
  return kept
}

const bitsKeeper =
  (bits: Bitmap, valid: Bitmap | undefined, isSet: boolean): Keep =>
  (rows, count) =>
    keepBits(bits, rows, valid === undefined ? count : keepBits(valid, rows, count, true), isSet)

const keepRange = (values: Float64Array | Int32Array, rows: Uint32Array, count: number, range: NumberRange): number => {
  const { low, high } = range
  let kept = 0
  // Without a branch, no processor can mispredict it: the row is overwritten by the next unless it is kept.
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number
    const number = values[row] as number
    rows[kept] = row
    kept += +(number >= low) & +(number <= high)
  }
  return kept
}

const presenceIn =
  ({ valid }: TableColumn): Fill<Uint8Array> =>
  (rows, count, into) => {
    if (valid === undefined) into.fill(1, 0, count)
    else for (let at = 0; at < count; at += 1) into[at] = hasBit(valid, rows[at] as number) ? 1 : 0
  }

const numbersIn = (column: NumberVector | IntegerVector | TimeVector): Fill<Float64Array> => {
  const { values, valid } = column
  if (column.type !== 'integer' || valid === undefined)
    return (rows, count, into) => {
      for (let at = 0; at < count; at += 1) into[at] = values[rows[at] as number] as number
    }
  return (rows, count, into) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number
      into[at] = hasBit(valid, row) ? (values[row] as number) : Number.NaN
    }
  }
}

/** Numbers, integers and times. */
const numberColumn = (column: NumberVector | IntegerVector | TimeVector): CellColumn => {
  const { type, values, valid } = column
  const byValue = valueColumn((row) => cellAt(column, row))
  const numbers = numbersIn(column)
  // NaN is a number that does not count.
  const presence: Fill<Uint8Array> =
    type === 'number'
      ? (rows, count, into) => {
          for (let at = 0; at < count; at += 1) into[at] = Number.isNaN(values[rows[at] as number]) ? 0 : 1
        }
      : presenceIn(column)
  // Rows without a number are `NaN` in a column of numbers, but 0 in one of integers.
  const keepValid: Keep = (rows, count) =>
    type === 'integer' && valid !== undefined ? keepBits(valid, rows, count, true) : count
  return {
    ...byValue,
    keeper: (test) => {
      const range = type === 'time' ? test.times : test.numbers
      if (typeof range !== 'object') return byValue.keeper(test)
      return (rows, count) => keepRange(values, rows, keepValid(rows, count), range)
    },
    measure: (rows, count, into) => {
      if (into.numbers !== undefined) {
        if (type === 'time') into.numbers.fill(Number.NaN, 0, count)
        else numbers(rows, count, into.numbers)
      }
      if (into.times !== undefined) numbers(rows, count, into.times)
      if (into.presence !== undefined) presence(rows, count, into.presence)
    },
    classifier: () => numberClassifier(column),
    sortKeys: (rows) => {
      const keys = new Float64Array(rows.length)
      numbers(rows, rows.length, keys)
      return keys
    },
  }
}

const numberClassifier = (column: NumberVector | IntegerVector | TimeVector): Classifier => {
  const { groupOf, groupOfNumber } = interner()
  const { values } = column
  const firstRows: Array<number> = []
  const number = new Float64Array(1)
  return {
    firstRows,
    classify: (rows, count, into) => {
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number
        number[0] = values[row] as number
        const group = hasCell(column, row) ? groupOfNumber(number, 0) : groupOf(cellAt(column, row))
        if (group === firstRows.length) firstRows.push(row)
        into[at] = group
      }
    },
  }
}

/** Writes where each row's value stands among those of the column; a `null` after all values, a missing one after that. */
const codesIn = (column: TextVector | BooleanVector, size: number): Fill<Uint32Array> => {
  const { type, valid, nulls } = column
  return (rows, count, into) => {
    if (type === 'text') {
      const { indices } = column
      for (let at = 0; at < count; at += 1) into[at] = indices[rows[at] as number] as number
    } else {
      const { values } = column
      for (let at = 0; at < count; at += 1) {
        const row = rows[at] as number
        into[at] = ((values[row >>> 3] as number) >>> (row & 7)) & 1
      }
    }
    if (valid === undefined) return
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number
      if (!hasBit(valid, row)) into[at] = nulls !== undefined && hasBit(nulls, row) ? size : size + 1
    }
  }
}

const UNKNOWN = 2

/** Texts and booleans: each distinct value is tested, and looked up among the groups, once. */
const codedColumn = (
  column: TextVector | BooleanVector,
  values: ReadonlyArray<unknown>,
  blockSize: number,
): CellColumn => {
  const codes = codesIn(column, values.length)
  const presence = presenceIn(column)
  const valueOfCode = (code: number): unknown =>
    code < values.length ? values[code] : code === values.length ? null : undefined
  return {
    ...valueColumn((row) => cellAt(column, row)),
    keeper: ({ passes }) => {
      const { type, valid } = column
      // Only one of the two values passes, and no missing one does.
      if (type === 'boolean' && passes(true) !== passes(false) && !passes(undefined) && !passes(null))
        return bitsKeeper(column.values, valid, passes(true))
      const outcomes = new Uint8Array(values.length + 2).fill(UNKNOWN)
      const block = new Uint32Array(blockSize)
      return (rows, count) => {
        codes(rows, count, block)
        let kept = 0
        for (let at = 0; at < count; at += 1) {
          const code = block[at] as number
          let outcome = outcomes[code] as number
          if (outcome === UNKNOWN) {
            outcome = passes(valueOfCode(code)) ? 1 : 0
            outcomes[code] = outcome
          }
          rows[kept] = rows[at] as number
          kept += outcome
        }
        return kept
      }
    },
    measure: (rows, count, into) => {
      into.numbers?.fill(Number.NaN, 0, count)
      into.times?.fill(Number.NaN, 0, count)
      if (into.presence !== undefined) presence(rows, count, into.presence)
    },
    classifier: () => {
      const groups = new Int32Array(values.length + 2).fill(-1)
      const firstRows: Array<number> = []
      return {
        firstRows,
        classify: (rows, count, into) => {
          codes(rows, count, into)
          for (let at = 0; at < count; at += 1) {
            const code = into[at] as number
            if ((groups[code] as number) < 0) groups[code] = firstRows.push(rows[at] as number) - 1
            into[at] = groups[code] as number
          }
        },
      }
    },
    sortKeys: (rows) => {
      const ranks = ranksOf(values)
      const keys = new Uint32Array(rows.length)
      codes(rows, rows.length, keys)
      return Float64Array.from(keys, (code) => ranks[code] ?? Number.NaN)
    },
  }
}

/** The place of each value in their order: texts by UTF-16 code units, `false` before `true`. */
const ranksOf = (values: ReadonlyArray<unknown>): Float64Array => {
  const order = Uint32Array.from(values.keys()).sort((one, other) => compareValues(values[one], values[other], 'asc'))
  const ranks = new Float64Array(values.length)
  for (let rank = 0; rank < order.length; rank += 1) ranks[order[rank] as number] = rank
  return ranks
}

/** The columns of a table, whose rows are read at most `blockSize` at a time. */
export const tableColumn = (column: TableColumn, blockSize: number): CellColumn => {
  switch (column.type) {
    case 'number':
    case 'integer':
    case 'time':
      return numberColumn(column)
    case 'text':
      return codedColumn(column, column.dictionary, blockSize)
    case 'boolean':
      return codedColumn(column, [false, true], blockSize)
    default:
      return valueColumn((row) => cellAt(column, row))
  }
}
