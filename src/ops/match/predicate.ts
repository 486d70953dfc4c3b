import { type Column, isTime } from '../../query/Column.ts'
import type { Comparison, Filter, Operand } from '../../query/Filter.ts'
import { patternTest } from '../../query/regex/patternTest.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { parseTime } from '../../types/wire/time.ts'
import { deepEqual } from '../compareValues.ts'
import { columnReader } from './readColumn.ts'

/** Whether a value, or an element of a list, equals the operand; a missing value is `null`. */
const equalsOrContains = (value: unknown, operand: Operand): boolean =>
  deepEqual(value ?? null, operand) || (Array.isArray(value) && value.some((item) => deepEqual(item ?? null, operand)))

type Test = (value: unknown) => boolean

const orAnElement =
  (test: Test): Test =>
  (value) =>
    test(value) || (Array.isArray(value) && value.some(test))

type Ordered = number | string | boolean

const comparisons: Readonly<Record<Comparison['_tag'], (one: Ordered, other: Ordered) => boolean>> = {
  Eq: (one, other) => one === other,
  Gt: (one, other) => one > other,
  Gte: (one, other) => one >= other,
  Lt: (one, other) => one < other,
  Lte: (one, other) => one <= other,
}

/** The milliseconds of the time that an operand denotes. */
export const timeOf = (operand: Operand): number | undefined =>
  typeof operand === 'string' ? parseTime(operand)?.getTime() : undefined

const timeTest = (_tag: Comparison['_tag'], operand: Operand): Test => {
  if (operand === null) return (value) => _tag === 'Eq' && value === undefined
  const time = timeOf(operand)
  const compare = comparisons[_tag]
  return (value) => time !== undefined && value instanceof Date && compare(value.getTime(), time)
}

const equalityTest = (operand: Operand): Test => {
  const isPlain = typeof operand === 'string' || typeof operand === 'boolean' || Number.isFinite(operand)
  return isPlain
    ? (value) => value === operand || (typeof value === 'object' && equalsOrContains(value, operand))
    : (value) => equalsOrContains(value, operand)
}

const valueTest = (_tag: Comparison['_tag'], operand: Operand): Test => {
  if (_tag === 'Eq') return equalityTest(operand)
  const type = typeof operand
  if (type !== 'number' && type !== 'string' && type !== 'boolean') return () => false
  const compare = comparisons[_tag]
  return orAnElement((value) => typeof value === type && compare(value as Ordered, operand as Ordered))
}

const comparisonTest = (_tag: Comparison['_tag'], column: Column, operand: Operand): Test =>
  isTime(column) ? timeTest(_tag, operand) : valueTest(_tag, operand)

const anyOf =
  <A>(tests: ReadonlyArray<(value: A) => boolean>): ((value: A) => boolean) =>
  (value) => {
    for (const test of tests) if (test(value)) return true
    return false
  }

const allOf =
  <A>(tests: ReadonlyArray<(value: A) => boolean>): ((value: A) => boolean) =>
  (value) => {
    for (const test of tests) if (!test(value)) return false
    return true
  }

const textTest = (test: (text: string) => boolean): Test =>
  orAnElement((value) => typeof value === 'string' && test(value))

/** Compiles a filter into a predicate, to evaluate on many runs. */
export const filterPredicate = (filter: Filter): ((run: RunFields) => boolean) => {
  switch (filter._tag) {
    case 'And':
      return allOf(filter.filters.map(filterPredicate))
    case 'Or':
      return anyOf(filter.filters.map(filterPredicate))
    case 'Not': {
      const holds = filterPredicate(filter.filter)
      return (run) => !holds(run)
    }
    default: {
      const read = columnReader(filter.column)
      const test = testOf(filter)
      return (run) => test(read(run))
    }
  }
}

export const testOf = (filter: Exclude<Filter, { readonly _tag: 'And' | 'Or' | 'Not' }>): Test => {
  switch (filter._tag) {
    case 'In':
      return anyOf(filter.values.map((value) => comparisonTest('Eq', filter.column, value)))
    case 'Exists':
      return (value) => value !== undefined
    case 'Contains':
      return textTest((text) => text.includes(filter.text))
    case 'Matches':
      return textTest(patternTest(filter.pattern))
    default:
      return comparisonTest(filter._tag, filter.column, filter.value)
  }
}
