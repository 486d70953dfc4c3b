import { listOf } from '../store/list.ts'
import type { Project } from '../store/project.ts'
import type { RunRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { milliseconds } from '../store/time.ts'
import { fieldOf } from './field.ts'
import { compileFilter } from './filter.ts'
import { InvalidQuery } from './invalid.ts'
import { compareKeys, parseOrder, type SortValue, sortValue } from './order.ts'
import { type Connection, connect, type PageArguments, type Places } from './page.ts'

export interface RunsArguments extends PageArguments {
  readonly filters?: string | null
  readonly order?: string | null
  readonly names?: readonly (string | null)[] | null
}

interface Listing {
  readonly revision: number
  readonly runs: readonly RunRecord[]
  readonly places: Places
}

const KEPT = 16
const listings = new WeakMap<Project, Map<string, Listing>>()

function list(store: Store, project: Project, args: RunsArguments): Listing {
  const kept = listings.get(project) ?? new Map<string, Listing>()
  listings.set(project, kept)
  const name = JSON.stringify([args.filters ?? null, args.order ?? null, args.names ?? null])
  const before = kept.get(name)
  if (before?.revision === project.revision) return before
  const now = { revision: project.revision, ...makeListing(store, project, args) }
  const oldest = kept.keys().next().value
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(name, now)
  return now
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
    milliseconds(run.createdAt),
    run.id,
  ]
  const chosen = project.runs
    .filter((run) => (names === undefined || names.has(run.id)) && passes(run))
    .map((run) => ({ run, key: keyOf(run) }))
    .sort((one, other) => compareKeys(terms, one.key, other.key))

  const search = (place: SortValue[] | number | readonly SortValue[], orEqual: boolean): number => {
    if (typeof place === 'number') {
      if (place === -1) return 0
      throw new InvalidQuery('invalid cursor')
    }
    let low = 0
    let high = chosen.length
    while (low < high) {
      const middle = (low + high) >> 1
      const order = compareKeys(terms, chosen[middle]?.key ?? [], place)
      if (order < 0 || (order === 0 && orEqual)) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    runs: chosen.map(({ run }) => run),
    places: {
      of: (index) => chosen[index]?.key ?? -1,
      behind: (place) => search(place, true),
      upTo: (place) => search(place, false),
    },
  }
}

export const runsThatPass = (
  store: Store,
  project: Project,
  filters: string | null | undefined,
): readonly RunRecord[] => list(store, project, { filters: filters ?? null }).runs

export const countRuns = (store: Store, project: Project, filters: string | null | undefined): number =>
  runsThatPass(store, project, filters).length

/** One page of runs. A place is the sort key of a run, or, where the server pages by offset, how many came before. */
export function pageOfRuns(
  store: Store,
  project: Project,
  args: RunsArguments,
  maximum: number,
  paging: 'key' | 'offset',
): Connection<RunRecord> {
  const { runs, places } = list(store, project, args)
  return paging === 'key' ? connect(listOf(runs), args, maximum, places) : connect(listOf(runs), args, maximum)
}
