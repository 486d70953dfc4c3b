import { missing } from '../json/lookup.ts'
import { InvalidQuery } from './invalid.ts'

/** A sort key that a cursor can carry: null stands for missing and for NaN. */
export type SortValue = string | number | boolean | null

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
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime()
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}

const rank = { boolean: 0, number: 1, string: 2 } as const

const compareValues = (one: string | number | boolean, other: string | number | boolean): number => {
  const byType = rank[typeof one as keyof typeof rank] - rank[typeof other as keyof typeof rank]
  if (byType !== 0) return byType
  return one < other ? -1 : one > other ? 1 : 0
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
