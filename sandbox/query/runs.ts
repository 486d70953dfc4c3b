import { parseTime } from '../records/time.ts'
import { listOf } from '../store/list.ts'
import type { Project } from '../store/project.ts'
import type { RunRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { fieldOf } from './field.ts'
import { compileFilter } from './filter.ts'
import { InvalidQuery } from './InvalidQuery.ts'
import { compareKeys, parseOrder, type SortValue, sortValue } from './order.ts'
import { type Connection, type PageArguments, type Positions, paginate } from './paginate.ts'

export interface RunsArguments extends PageArguments {
  readonly filters?: string | null
  readonly order?: string | null
  readonly names?: readonly (string | null)[] | null
}

interface Listing {
  readonly revision: number
  readonly runs: readonly RunRecord[]
  readonly positions: Positions
}

const MAX_CACHED = 16
const listings = new WeakMap<Project, Map<string, Listing>>()

function list(store: Store, project: Project, args: RunsArguments): Listing {
  const cache = listings.get(project) ?? new Map<string, Listing>()
  listings.set(project, cache)
  const name = JSON.stringify([args.filters ?? null, args.order ?? null, args.names ?? null])
  const cached = cache.get(name)
  if (cached?.revision === project.revision) return cached
  const listing = { revision: project.revision, ...makeListing(store, project, args) }
  const oldest = cache.keys().next().value
  if (cache.size >= MAX_CACHED && oldest !== undefined) cache.delete(oldest)
  cache.set(name, listing)
  return listing
}

function makeListing(store: Store, project: Project, args: RunsArguments): Omit<Listing, 'revision'> {
  const passes = compileFilter<RunRecord>(args.filters, (path) => {
    const field = fieldOf(path)
    return field && { type: field.type, read: (run) => field.read(run, store) }
  })
  const terms = parseOrder<RunRecord>(args.order, '+created_at', (path) => {
    const field = fieldOf(path)
    return field && ((run) => field.read(run, store))
  })
  const names = args.names == null ? undefined : new Set(args.names)
  const keyOf = (run: RunRecord): SortValue[] => [
    ...terms.map((term) => sortValue(term.read(run))),
    parseTime(run.createdAt),
    run.id,
  ]
  const chosen = project.runs
    .filter((run) => (names === undefined || names.has(run.id)) && passes(run))
    .map((run) => ({ run, key: keyOf(run) }))
    .sort((one, other) => compareKeys(terms, one.key, other.key))

  const search = (position: SortValue[] | number | readonly SortValue[], orEqual: boolean): number => {
    if (typeof position === 'number') {
      if (position === -1) return 0
      throw new InvalidQuery('invalid cursor')
    }
    let low = 0
    let high = chosen.length
    while (low < high) {
      const middle = (low + high) >> 1
      const order = compareKeys(terms, chosen[middle]?.key ?? [], position)
      if (order < 0 || (order === 0 && orEqual)) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    runs: chosen.map(({ run }) => run),
    positions: {
      of: (index) => chosen[index]?.key ?? -1,
      after: (position) => search(position, true),
      from: (position) => search(position, false),
    },
  }
}

export const filteredRuns = (
  store: Store,
  project: Project,
  filters: string | null | undefined,
): readonly RunRecord[] => list(store, project, { filters: filters ?? null }).runs

export const countRuns = (store: Store, project: Project, filters: string | null | undefined): number =>
  filteredRuns(store, project, filters).length

/** Returns a page of runs. A cursor holds the sort key of a run, or its index if the server pages by offset. */
export function pageOfRuns(
  store: Store,
  project: Project,
  args: RunsArguments,
  maximum: number,
  paging: 'key' | 'offset',
): Connection<RunRecord> {
  const { runs, positions } = list(store, project, args)
  return paging === 'key' ? paginate(listOf(runs), args, maximum, positions) : paginate(listOf(runs), args, maximum)
}
