import { missing } from '../json/lookup.ts'
import { InvalidQuery } from './InvalidQuery.ts'

/**
 * A sort key that fits into a cursor: `null` for missing values and NaN, milliseconds for a date. All other values that
 * are not numbers, strings or booleans are equal.
 */
export type SortValue = string | number | boolean | null | { readonly date: number } | { readonly rest: true }

export interface Term<T> {
  readonly descending: boolean
  readonly read: (record: T) => unknown
}

export type OrderReaders<T> = (path: string) => ((record: T) => unknown) | undefined

/** Parses an order: comma-separated terms `+name`, `-name` or `name`. */
export function parseOrder<T>(order: string | null | undefined, fallback: string, readers: OrderReaders<T>): Term<T>[] {
  return (order || fallback).split(',').map((part) => {
    const [, sign, path] = /^\s*([+-]?)(.*?)\s*$/s.exec(part) ?? []
    const read = path === undefined ? undefined : readers(path)
    if (read === undefined) throw new InvalidQuery(`invalid order: ${part}`)
    return { descending: sign === '-', read }
  })
}

export function sortValue(value: unknown): SortValue {
  if (value === missing || value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isNaN(value) ? null : value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { date: value.getTime() }
  return typeof value === 'string' || typeof value === 'boolean' ? value : { rest: true }
}

type Present = Exclude<SortValue, null>

/** The order of types: numbers, dates, strings, false, true, the rest. */
const rank = (value: Present): number => {
  if (typeof value === 'number') return 0
  if (typeof value === 'string') return 2
  if (typeof value === 'boolean') return value ? 4 : 3
  return 'date' in value ? 1 : 5
}

const plain = (value: Present): string | number => {
  if (typeof value === 'object') return 'date' in value ? value.date : 0
  return typeof value === 'boolean' ? 0 : value
}

const compareValues = (one: Present, other: Present): number => {
  const byType = rank(one) - rank(other)
  if (byType !== 0) return byType
  const [left, right] = [plain(one), plain(other)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Compares sort keys: missing values are last in both directions, and values after the terms are ascending. */
export function compareKeys<T>(
  terms: readonly Term<T>[],
  one: readonly SortValue[],
  other: readonly SortValue[],
): number {
  for (let index = 0; index < one.length; index += 1) {
    const left = one[index] ?? null
    const right = other[index] ?? null
    if (left === right) continue
    if (left === null) return 1
    if (right === null) return -1
    const order = compareValues(left, right)
    if (order !== 0) return terms[index]?.descending === true ? -order : order
  }
  return 0
}
