import { missing } from '../json/lookup.ts'
import { InvalidQuery } from './invalid.ts'

/**
 * A sort key that a cursor can carry: null stands for missing and for NaN. A date holds its milliseconds; what is
 * neither a number, a date, a string nor a flag is all the same.
 */
export type SortValue = string | number | boolean | null | { readonly date: number } | { readonly rest: true }

export interface Term<T> {
  readonly descending: boolean
  readonly read: (record: T) => unknown
}

export type OrderReaders<T> = (path: string) => ((record: T) => unknown) | undefined

/** `+name`, `-name` or `name`; several go with commas between them. */
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

/** Numbers, dates, strings, false, true, the rest. */
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

/** Missing values stand last in both directions; what follows the terms is ascending. */
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
