import { isObject, type UnknownRecord } from '../../types/wire/own.ts'

const GROUPS = ['$and', '$or', '$nor']

const equalTo = (name: string, value: unknown): UnknownRecord => ({
  [name]: typeof value === 'object' && value !== null ? { $eq: value } : value,
})

/** The condition on a field as conditions without `$all`, all of which must hold. */
const conditions = (name: string, condition: unknown): ReadonlyArray<UnknownRecord> => {
  if (!isObject(condition) || !Array.isArray(condition['$all'])) return [{ [name]: condition }]
  const { $all, ...others } = condition as { readonly $all: ReadonlyArray<unknown> }
  return [
    ...(Object.keys(others).length === 0 ? [] : [{ [name]: others }]),
    // `$all` of an empty list matches nothing.
    ...($all.length === 0 ? [{ [name]: { $in: [] } }] : $all.map((value) => equalTo(name, value))),
  ]
}

/** Writes `$all`, which the server does not support, as `$and`. The filter must have been checked. */
export const expandAll = (filter: UnknownRecord): UnknownRecord => {
  const parts = Object.entries(filter).flatMap(([key, value]) =>
    GROUPS.includes(key) ? [{ [key]: (value as ReadonlyArray<UnknownRecord>).map(expandAll) }] : conditions(key, value),
  )
  const [only = filter] = parts
  return parts.length > 1 ? { $and: parts } : only
}
