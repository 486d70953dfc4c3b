import {
  type GraphqlDocument,
  pageSelection,
  pageVariables,
  type VariableTypes,
} from '../../client/graphql/document.ts'
import { inProject, inRun } from '../../client/graphql/inProject.ts'
import type { InlineField } from '../../types/run/RunHeavy.ts'

const light =
  'id name displayName state createdAt heartbeatAt tags group jobType sweepName user { id username name } ' +
  'notes description commit readOnly historyLineCount computeSeconds'

/** The fields to select of an artifact version. */
export const versionSelection: string =
  'id versionIndex state size digest description metadata fileCount commitHash historyStep createdAt updatedAt ' +
  'artifactType { name } artifactSequence { name project { name entityName } } ' +
  'aliases { alias artifactCollection { name project { name entityName } } }'

/** The fields to select of a sweep. */
export const sweepSelection: string =
  'id name displayName method state description bestLoss config createdAt updatedAt runCount runCountExpected ' +
  'project { name entityName }'

/** The fields to select of a file. */
export const fileSelection: string = 'id name url directUrl sizeBytes mimetype md5 updatedAt'

/** The heavy fields that are connections, which are paged. */
export type PagedField = 'loggedArtifactVersions' | 'usedArtifactVersions' | 'files'

/** The wire name and the node selection of each connection of a run. */
const connections: Readonly<Record<PagedField, { readonly wire: string; readonly node: string }>> = {
  loggedArtifactVersions: { wire: 'outputArtifacts', node: versionSelection },
  usedArtifactVersions: { wire: 'inputArtifacts', node: versionSelection },
  files: { wire: 'files', node: fileSelection },
}

export const isPagedField = (field: InlineField): field is PagedField => Object.hasOwn(connections, field)

const isArtifactField = (field: InlineField): boolean =>
  field === 'loggedArtifactVersions' || field === 'usedArtifactVersions'

/** The wire name of a paged field. */
export const connectionName = (field: PagedField): string => connections[field].wire

/** Selects one page of a run's connection. */
const connectionSelection = (field: PagedField, first: string, after?: string): string =>
  `${connections[field].wire}(first: ${first}${after === undefined ? '' : `, after: ${after}`}) ` +
  `{ ${pageSelection(connections[field].node)} }`

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
  switch (field) {
    case 'config':
      return keys.config === undefined ? 'config' : 'config(keys: $configKeys)'
    case 'summary':
      return keys.summary === undefined ? 'summaryMetrics' : 'summaryMetrics(keys: $summaryKeys)'
    case 'systemMetrics':
    case 'historyKeys':
      return field
    case 'loggedArtifactVersions':
    case 'usedArtifactVersions':
      return connectionSelection(field, '$artifacts')
    case 'files':
      return connectionSelection(field, '$files')
    case 'sweep':
      return `sweep { ${sweepSelection} }`
  }
}

/** Selects the light fields of a run and the given heavy fields. */
export const runSelection = (fields: ReadonlyArray<InlineField>, keys: DictKeys): string =>
  [light, ...fields.map((field) => heavy(field, keys))].join(' ')

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
