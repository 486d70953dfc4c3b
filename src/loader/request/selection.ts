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
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${connections[field].node} } } }`

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

/** Declares the variables that {@link runSelection} uses. */
export const runParameters = (fields: ReadonlyArray<InlineField>, keys: DictKeys): string =>
  [
    ...(fields.includes('config') && keys.config !== undefined ? ['$configKeys: [String!]'] : []),
    ...(fields.includes('summary') && keys.summary !== undefined ? ['$summaryKeys: [String!]'] : []),
    ...(fields.some(isArtifactField) ? ['$artifacts: Int'] : []),
    ...(fields.includes('files') ? ['$files: Int'] : []),
  ]
    .map((parameter) => `, ${parameter}`)
    .join('')

/** How many nodes of each connection come with the run; the rest is loaded afterwards, for many runs at a time. */
const WITH_RUN = 50

/** The values of the variables that {@link runParameters} declares. */
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
export const runCountDocument: string =
  'query RunCount($entity: String!, $project: String!, $filters: JSONString) ' +
  '{ project(name: $project, entityName: $entity) { name entityName runCount(filters: $filters) } }'

/** Optional parts of a page of runs. */
interface RunsExtras {
  /** The number of matching runs. */
  readonly count: boolean
  /** The cursor of each run; the cursor of the last is always selected. */
  readonly cursors: boolean
}

/** Selects a page of runs. */
export const runsDocument = (fields: ReadonlyArray<InlineField>, keys: DictKeys, extras: RunsExtras): string =>
  'query Runs($entity: String!, $project: String!, $filters: JSONString, $order: String, $first: Int, $after: String' +
  `${runParameters(fields, keys)}) { project(name: $project, entityName: $entity) { name entityName ` +
  `${extras.count ? 'runCount(filters: $filters) ' : ''}` +
  'runs(filters: $filters, order: $order, first: $first, after: $after) ' +
  `{ pageInfo { endCursor hasNextPage } edges { ${extras.cursors ? 'cursor ' : ''}node { ${runSelection(fields, keys)} } } } } }`

/** Selects one run. */
export const runDocument = (fields: ReadonlyArray<InlineField>, keys: DictKeys): string =>
  `query Run($entity: String!, $project: String!, $id: String!${runParameters(fields, keys)}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName run(name: $id) { ${runSelection(fields, keys)} } } }`

const connectionsDocument = (operationName: string, wanted: ReadonlyArray<PagedField>): string => {
  const parameters = wanted.map((_, i) => `, $id${i}: String!, $after${i}: String`).join('')
  const runs = wanted.map(
    (field, i) => `r${i}: run(name: $id${i}) { ${connectionSelection(field, '$first', `$after${i}`)} }`,
  )
  return (
    `query ${operationName}($entity: String!, $project: String!, $first: Int${parameters}) ` +
    `{ project(name: $project, entityName: $entity) { ${runs.join(' ')} } }`
  )
}

/** Selects the next page of artifact versions of several runs; the alias for run `i` is `r<i>`. */
export const moreArtifactsDocument = (wanted: ReadonlyArray<PagedField>): string =>
  connectionsDocument('RunArtifacts', wanted)

/** Selects the next page of files of several runs; the alias for run `i` is `r<i>`. */
export const moreFilesDocument = (runs: number): string =>
  connectionsDocument(
    'MoreFiles',
    Array.from({ length: runs }, () => 'files' as const),
  )
