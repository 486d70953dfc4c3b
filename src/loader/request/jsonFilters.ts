import type * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../../client/LoadError.ts'
import { checkedText } from './filters.ts'
import { filtersText } from './lostInJson.ts'

/** Serializes filters of any records, or rejects values that JSON cannot represent. */
export const serializeFilters = (filters: unknown = {}): E.Either<LoadError, string> =>
  checkedText(filtersText(filters))
