import * as E from 'fp-ts/lib/Either.js'
import type { Filter } from '../../../types/query/Filter.ts'
import { runFilters } from '../../internal/run/filters.ts'
import type { LoadError } from '../../LoadError.ts'

type Mongo = Readonly<Record<string, unknown>>

/** Filters for the runs of a sweep, combined with other filters. */
export const sweepFilters = async (
  id: string,
  filters: Filter | Mongo | undefined,
): Promise<E.Either<LoadError, Mongo>> =>
  filters === undefined
    ? E.right({ sweep: id })
    : E.map((others: Mongo): Mongo => ({ $and: [{ sweep: id }, others] }))(await runFilters(filters))
