import {
  type GraphqlDocument,
  pageSelection,
  pageVariables,
  type VariableTypes,
} from '../../client/graphql/document.ts'
import { inProject, inRun } from '../../client/graphql/inProject.ts'
import { optionalFields } from '../../client/graphql/optionalFields.ts'
import { selectionOf } from '../../client/graphql/selectionOf.ts'
import { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import { RunFile } from '../../types/file/RunFile.ts'
import { heavyWireNames } from '../../types/run/fields.ts'
import type { InlineField } from '../../types/run/RunHeavy.ts'
import { runNodeFields } from '../../types/run/RunLight.ts'
import { Sweep } from '../../types/sweep/Sweep.ts'
import type { AnyFields } from '../../types/wire/record.ts'

const light = selectionOf({ reads: runNodeFields })

/** The fields to select of an artifact version, without those that only newer servers support. */
export const versionSelection: string = selectionOf(
  ArtifactVersion,
  Object.fromEntries(optionalFields.Artifact.map((name) => [name, false])),
)

/** The fields to select of a sweep. */
export const sweepSelection: string = selectionOf(Sweep)

/** The fields to select of a file. */
export const fileSelection: string = selectionOf(RunFile)

/** The heavy fields that are connections, which are paged. */
export type PagedField = 'loggedArtifactVersions' | 'usedArtifactVersions' | 'files'

/** The fields to select of the nodes of each connection of a run. */
const nodes: Readonly<Record<PagedField, string>> = {
  loggedArtifactVersions: versionSelection,
  usedArtifactVersions: versionSelection,
  files: fileSelection,
}

export const isPagedField = (field: InlineField): field is PagedField => Object.hasOwn(nodes, field)

const isArtifactField = (field: InlineField): boolean =>
  field === 'loggedArtifactVersions' || field === 'usedArtifactVersions'

/** The wire name of a paged field. */
export const connectionName = (field: PagedField): string => heavyWireNames[field]

/** Selects one page of a run's connection. */
const connectionSelection = (field: PagedField, first: string, after?: string): string =>
  `${heavyWireNames[field]}(first: ${first}${after === undefined ? '' : `, after: ${after}`}) ` +
  `{ ${pageSelection(nodes[field])} }`

/** The keys to load; all if `undefined`. */
export interface DictKeys {
  /** Top-level keys of the config. */
  readonly config?: ReadonlyArray<string> | undefined
  /** Top-level keys of the summary. */
  readonly summary?: ReadonlyArray<string> | undefined
  /** Metrics of the history, which takes separate requests per run. */
  readonly history?: ReadonlyArray<string> | undefined
}

const heavy = (field: InlineField, keys: DictKeys): string => {
  const wire = heavyWireNames[field]
  switch (field) {
    case 'config':
    case 'summary':
      return keys[field] === undefined ? wire : `${wire}(keys: $${field}Keys)`
    case 'systemMetrics':
    case 'historyKeys':
      return wire
    case 'loggedArtifactVersions':
    case 'usedArtifactVersions':
      return connectionSelection(field, '$artifacts')
    case 'files':
      return connectionSelection(field, '$files')
    case 'sweep':
      return `${wire} { ${sweepSelection} }`
  }
}

/** Selects the light fields of a run, all by default, and the given heavy fields. */
export const runSelection = (
  fields: ReadonlyArray<InlineField>,
  keys: DictKeys,
  reads: AnyFields = runNodeFields,
): string =>
  [reads === runNodeFields ? light : selectionOf({ reads }), ...fields.map((field) => heavy(field, keys))].join(' ')

/** The types of the variables that {@link runSelection} uses. */
export const runVariableTypes = (fields: ReadonlyArray<InlineField>, keys: DictKeys): VariableTypes => ({
  ...(fields.includes('config') && keys.config !== undefined ? { configKeys: '[String!]' } : {}),
  ...(fields.includes('summary') && keys.summary !== undefined ? { summaryKeys: '[String!]' } : {}),
  ...(fields.some(isArtifactField) ? { artifacts: 'Int' } : {}),
  ...(fields.includes('files') ? { files: 'Int' } : {}),
})

/** How many nodes of each connection come with the run; the rest is loaded afterwards, for many runs at a time. */
const WITH_RUN = 50

/** The values of the variables that {@link runVariableTypes} declares. */
export const runVariables = (
  fields: ReadonlyArray<InlineField>,
  keys: DictKeys,
): Readonly<Record<string, unknown>> => ({
  ...(fields.includes('config') && keys.config !== undefined ? { configKeys: keys.config } : {}),
  // W&B's own entry contains the logged runtime.
  ...(fields.includes('summary') && keys.summary !== undefined ? { summaryKeys: [...keys.summary, '_wandb'] } : {}),
  ...(fields.some(isArtifactField) ? { artifacts: WITH_RUN } : {}),
  ...(fields.includes('files') ? { files: WITH_RUN } : {}),
})

/** Selects the number of runs in a project that match filters. */
export const runCountDocument: GraphqlDocument = inProject(
  'RunCount',
  { filters: 'JSONString' },
  'runCount(filters: $filters)',
)

/** Optional parts of a page of runs. */
export interface RunsExtras {
  /** The number of matching runs. */
  readonly count: boolean
  /** The cursor of each run; the cursor of the last is always selected. */
  readonly cursors: boolean
}

/**
 * Builds a query of a page of a project's runs, with their light fields and more.
 *
 * @param variables - The variables that the fields use.
 * @param run - The fields to select of each run.
 */
export const runsPageDocument = (
  name: string,
  variables: VariableTypes,
  run: string,
  { count, cursors }: RunsExtras,
): GraphqlDocument =>
  inProject(
    name,
    { filters: 'JSONString', order: 'String', ...pageVariables, ...variables },
    `${count ? 'runCount(filters: $filters) ' : ''}runs(filters: $filters, order: $order, first: $first, after: $after) ` +
      `{ ${pageSelection(run, cursors ? 'cursor' : '')} }`,
  )

/** Selects a page of runs. */
export const runsDocument = (fields: ReadonlyArray<InlineField>, keys: DictKeys, extras: RunsExtras): GraphqlDocument =>
  runsPageDocument('Runs', runVariableTypes(fields, keys), runSelection(fields, keys), extras)

/** Selects one run. */
export const runDocument = (fields: ReadonlyArray<InlineField>, keys: DictKeys): GraphqlDocument =>
  inRun('Run', runVariableTypes(fields, keys), runSelection(fields, keys))

const connectionsDocument = (name: string, wanted: ReadonlyArray<PagedField>): GraphqlDocument => {
  const variables = wanted.flatMap((_, i) => [
    [`id${i}`, 'String!'],
    [`after${i}`, 'String'],
  ])
  const runs = wanted.map(
    (field, i) => `r${i}: run(name: $id${i}) { ${connectionSelection(field, '$first', `$after${i}`)} }`,
  )
  return inProject(name, { first: 'Int', ...Object.fromEntries(variables) }, runs.join(' '))
}

/** Selects the next page of artifact versions of several runs; the alias for run `i` is `r<i>`. */
export const moreArtifactsDocument = (wanted: ReadonlyArray<PagedField>): GraphqlDocument =>
  connectionsDocument('RunArtifacts', wanted)

/** Selects the next page of files of several runs; the alias for run `i` is `r<i>`. */
export const moreFilesDocument = (runs: number): GraphqlDocument =>
  connectionsDocument(
    'MoreFiles',
    Array.from({ length: runs }, () => 'files' as const),
  )
