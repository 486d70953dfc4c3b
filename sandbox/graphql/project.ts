import { compileFilter } from '../query/filter.ts'
import { compareKeys, parseOrder, sortValue } from '../query/order.ts'
import { type PageArguments, paginate } from '../query/paginate.ts'
import { countRuns, pageOfRuns, type RunsArguments } from '../query/runs.ts'
import { parseTime } from '../records/time.ts'
import { listOf } from '../store/list.ts'
import type { Project } from '../store/project.ts'
import type { SweepRecord } from '../store/record.ts'
import type { ListArguments } from './artifact.ts'
import { collectionsOf, typesOf } from './collection.ts'
import type { Resolvers } from './context.ts'
import { nodeId } from './ids.ts'
import { findMembership } from './membership.ts'
import { placeholderUser } from './people.ts'
import { fieldsOf, tagCountsOf } from './projectFacts.ts'

const sweepReaders = new Map<string, (sweep: SweepRecord) => unknown>(
  Object.entries({
    name: (sweep: SweepRecord) => sweep.id,
    displayName: (sweep: SweepRecord) => sweep.displayName,
    display_name: (sweep: SweepRecord) => sweep.displayName,
    state: (sweep: SweepRecord) => sweep.state,
    method: (sweep: SweepRecord) => sweep.method,
    username: (sweep: SweepRecord) => sweep.user,
    createdAt: (sweep: SweepRecord) => new Date(parseTime(sweep.createdAt)),
    created_at: (sweep: SweepRecord) => new Date(parseTime(sweep.createdAt)),
    updatedAt: (sweep: SweepRecord) => new Date(parseTime(sweep.updatedAt)),
    updated_at: (sweep: SweepRecord) => new Date(parseTime(sweep.updatedAt)),
  }),
)

function sweepsOf(project: Project, args: ListArguments, maximum: number) {
  const passes = compileFilter<SweepRecord>(args.filters, (path) => {
    const read = sweepReaders.get(path)
    return read && { type: /_?at$/i.test(path) ? 'date' : 'other', read }
  })
  const terms = parseOrder<SweepRecord>(args.order, '+created_at', (path) => sweepReaders.get(path))
  const chosen = project.sweeps
    .filter(passes)
    .map((sweep) => ({ sweep, key: [...terms.map((term) => sortValue(term.read(sweep))), sweep.id] }))
    .sort((one, other) => compareKeys(terms, one.key, other.key))
    .map(({ sweep }) => sweep)
  return paginate(listOf(chosen), args, maximum)
}

const lastActive = (project: Project): string => {
  const times = project.runs.map((run) => run.heartbeatAt ?? run.createdAt)
  return [project.facts.createdAt, ...times].sort().at(-1) ?? project.facts.createdAt
}

interface ViewsArguments extends PageArguments {
  readonly viewName?: string | null
  readonly viewType?: string | null
}

const viewsOf = (project: Project, { viewName, viewType }: ViewsArguments) =>
  project.reports.filter(
    (view) => (viewType == null || view.type === viewType) && (viewName == null || view.name === viewName),
  )

interface ByName {
  readonly name: string
}

export const projectResolvers: Resolvers<Project> = {
  access: () => 'PRIVATE',
  allViews: (project, args: ViewsArguments, { maxPageSize }) =>
    paginate(listOf(viewsOf(project, args)), args, maxPageSize),
  artifact: (project, { name }: ByName) => findMembership(project, name)?.artifact,
  artifactCollection: (project, { name }: ByName) => project.collection(name),
  artifactCollectionMembership: (project, { name }: ByName) => findMembership(project, name),
  artifactCollections: (project, args: ListArguments, { maxPageSize }) =>
    collectionsOf(project, undefined, args, maxPageSize),
  artifactType: (project, { name }: ByName) => typesOf(project).find((type) => type.name === name),
  artifactTypes: (project, args: PageArguments, { maxPageSize }) =>
    paginate(listOf(typesOf(project)), args, maxPageSize),
  bucket: (project, { name }: ByName) => project.run(name),
  createdAt: (project) => project.facts.createdAt,
  description: (project) => project.facts.description,
  entity: (project) => ({ name: project.facts.entity }),
  entityName: (project) => project.facts.entity,
  fields: (project, args: PageArguments, { maxPageSize }) => paginate(listOf(fieldsOf(project)), args, maxPageSize),
  id: (project) => nodeId('Project', 'v1', project.facts.name, project.facts.entity),
  internalId: (project) => nodeId('ProjectInternalId', project.number),
  isBenchmark: () => false,
  lastActive,
  name: (project) => project.facts.name,
  readOnly: () => false,
  run: (project, { name }: ByName) => project.run(name),
  runCount: (project, { filters }: { filters?: string | null }, { store }) => countRuns(store, project, filters),
  runs: (project, args: RunsArguments, { store, maxPageSize, paging }) =>
    pageOfRuns(store, project, args, maxPageSize, paging),
  sweep: (project, { sweepName }: { sweepName: string }) =>
    project.sweeps.find(
      (sweep) => sweep.id === sweepName || nodeId('Sweep', 'v1', sweep.id, sweep.project, sweep.entity) === sweepName,
    ),
  sweeps: (project, args: ListArguments, { maxPageSize }) => sweepsOf(project, args, maxPageSize),
  tagCounts: (project, { filters }: { filters?: string | null }, { store }) => tagCountsOf(store, project, filters),
  tags: (project) =>
    [...new Set(project.runs.flatMap((run) => run.tags))].sort().map((name, colorIndex) => ({ name, colorIndex })),
  totalRuns: (project) => project.runs.length,
  totalSweeps: (project) => project.sweeps.length,
  updatedAt: lastActive,
  user: ({ facts }, _: never, { store }) =>
    facts.user === null ? null : (store.user(facts.user) ?? placeholderUser(facts.user)),
}
