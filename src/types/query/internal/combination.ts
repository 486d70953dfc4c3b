import type { Combination, Filter } from '../Filter.ts'

/** Combines filters: nested ones of the same kind are flattened, and a single filter is returned as it is. */
export const combination = (_tag: Combination['_tag'], filters: ReadonlyArray<Filter>): Filter => {
  const flat = filters.flatMap((filter) => (filter._tag === _tag ? filter.filters : [filter]))
  const [only] = flat
  return only !== undefined && flat.length === 1 ? only : { _tag, filters: flat }
}

/** Negates a filter. */
export const negation = (filter: Filter): Filter => (filter._tag === 'Not' ? filter.filter : { _tag: 'Not', filter })
