import { type GraphqlDocument, graphqlDocument, pageSelection, pageVariables } from '../../client/graphql/document.ts'
import { inProject } from '../../client/graphql/inProject.ts'
import { selectionOf } from '../../client/graphql/selectionOf.ts'
import { abortSignal } from '../../client/optionChecks.ts'
import type { QueryShape } from '../../client/queryTask.ts'
import type { Filter } from '../../query/Filter.ts'
import { ProjectField, TagCount } from '../../types/project/counts.ts'
import { Project } from '../../types/project/Project.ts'
import { ProjectOverview } from '../../types/project/ProjectOverview.ts'
import { byEntityAndName } from '../request/references.ts'

/** Selects a page of an entity's projects. */
export const projectsDocument: GraphqlDocument = graphqlDocument(
  'Projects',
  { entity: 'String', ...pageVariables },
  `models(entityName: $entity, first: $first, after: $after) { ${pageSelection(selectionOf(Project))} }`,
)

/** Selects one project with its counts and tags. */
export const projectDocument: GraphqlDocument = inProject('Project', {}, selectionOf(ProjectOverview))

/** Selects a page of the keys that a project's runs have. */
export const projectFieldsDocument: GraphqlDocument = inProject(
  'ProjectFields',
  pageVariables,
  `fields(first: $first, after: $after) { ${pageSelection(selectionOf(ProjectField))} }`,
)

/** Selects the tags of a project's runs with their counts. */
export const tagCountsDocument: GraphqlDocument = inProject(
  'TagCounts',
  { filters: 'JSONString' },
  `tagCounts(filters: $filters) { ${selectionOf(TagCount)} }`,
)

/** Selects the number of runs that match each filter; the alias for filter `i` is `c<i>`. */
export const runCountsDocument = (filters: number): GraphqlDocument => {
  const indexes = Array.from({ length: filters }, (_, i) => i)
  return inProject(
    'RunCounts',
    Object.fromEntries(indexes.map((i) => [`f${i}`, 'JSONString'])),
    indexes.map((i) => `c${i}: runCount(filters: $f${i})`).join(' '),
  )
}

/**
 * The options of `loadProject`.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface ProjectQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

export const projectShape: QueryShape<ProjectQuery> = {
  subject: 'project',
  options: { project: true, signal: abortSignal },
  reference: byEntityAndName,
}

/**
 * The options of `countRunsByState` and `loadTagCounts`.
 *
 * @category Projects
 * @since 0.1.0
 */
export interface RunCountsQuery extends ProjectQuery {
  /** Only runs that match: a `Filter`, or a MongoDB-style object as in `loadRuns`. */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
}

export const runCountsShape: QueryShape<RunCountsQuery> = {
  ...projectShape,
  options: { ...projectShape.options, filters: true },
}
