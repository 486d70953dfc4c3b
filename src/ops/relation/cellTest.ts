import { isTime } from '../../query/Column.ts'
import type { Comparison, Filter, Operand } from '../../query/Filter.ts'
import { testOf, timeOf } from '../match/predicate.ts'
import type { CellTest, NumberRange } from './CellColumn.ts'

/** A filter of one column. */
export type ColumnFilter = Exclude<Filter, { readonly _tag: 'And' | 'Or' | 'Not' }>

const isComparison = (filter: ColumnFilter): filter is Comparison & ColumnFilter => 'value' in filter

const double = new Float64Array(1)
const bits = new BigInt64Array(double.buffer)

/** The smallest number greater than another; `NaN` if there is none. */
const above = (number: number): number => {
  if (number === 0) return Number.MIN_VALUE
  if (!(number < Number.POSITIVE_INFINITY)) return Number.NaN
  double[0] = number
  bits[0] = (bits[0] as bigint) + (number > 0 ? 1n : -1n)
  return double[0] as number
}

const { POSITIVE_INFINITY: most, NEGATIVE_INFINITY: least } = Number

/** The numbers for which a comparison with another holds, unless it is that with `NaN`. */
const ranges: Readonly<Record<Comparison['_tag'], (operand: number) => NumberRange>> = {
  Eq: (operand) => ({ low: operand, high: operand }),
  Gt: (operand) => ({ low: above(operand), high: most }),
  Gte: (operand) => ({ low: operand, high: most }),
  Lt: (operand) => ({ low: least, high: -above(-operand) }),
  Lte: (operand) => ({ low: least, high: operand }),
}

const numberTest = (compare: Comparison['_tag'], operand: Operand): CellTest['numbers'] => {
  if (typeof operand !== 'number') return false
  return compare === 'Eq' && Number.isNaN(operand) ? undefined : ranges[compare](operand)
}

const numbersOf = (filter: ColumnFilter): CellTest['numbers'] => {
  switch (filter._tag) {
    case 'Exists':
      return true
    case 'Contains':
    case 'Matches':
      return false
    case 'In':
      return filter.values.some((value) => typeof value === 'number') ? undefined : false
    default:
      return numberTest(filter._tag, filter.value)
  }
}

const timesOf = (filter: ColumnFilter): NumberRange | undefined =>
  isComparison(filter) && filter.value !== null ? ranges[filter._tag](timeOf(filter.value) ?? Number.NaN) : undefined

/** Compiles a filter of one column. */
export const cellTest = (filter: ColumnFilter): CellTest => {
  const ofTimes = isTime(filter.column)
  return {
    passes: testOf(filter),
    numbers: ofTimes ? filter._tag === 'Exists' : numbersOf(filter),
    times: ofTimes ? timesOf(filter) : undefined,
  }
}
