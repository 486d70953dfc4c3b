import type { NodeField } from '../../../types/RunHeavy.ts'

const light =
  'id name displayName state createdAt heartbeatAt tags group jobType sweepName user { id username name } ' +
  'notes description commit readOnly historyLineCount computeSeconds'

/** What to ask of an artifact version's node. */
export const versionSelection: string =
  'id versionIndex state size digest description metadata fileCount commitHash historyStep createdAt updatedAt ' +
  'artifactType { name } artifactSequence { name project { name entityName } } ' +
  'aliases { alias artifactCollection { name project { name entityName } } }'

/** What to ask of a sweep's node. */
export const sweepSelection: string =
  'id name displayName method state description bestLoss config createdAt updatedAt runCount runCountExpected ' +
  'project { name entityName }'

/** What to ask of a file's node. */
export const fileSelection: string = 'id name url directUrl sizeBytes mimetype md5 updatedAt'

/** The heavy fields that are connections, and so are paged. */
export type PagedField = 'loggedArtifactVersions' | 'usedArtifactVersions' | 'files'

/** What to ask of a node of a run's connections, by the field that it becomes, and what the connection is called. */
const connections: Readonly<Record<PagedField, { readonly wire: string; readonly node: string }>> = {
  loggedArtifactVersions: { wire: 'outputArtifacts', node: versionSelection },
  usedArtifactVersions: { wire: 'inputArtifacts', node: versionSelection },
  files: { wire: 'files', node: fileSelection },
}

export const isPagedField = (field: NodeField): field is PagedField => Object.hasOwn(connections, field)

const isArtifactField = (field: NodeField): boolean =>
  field === 'loggedArtifactVersions' || field === 'usedArtifactVersions'

/** What a paged field is called on the wire. */
export const connectionName = (field: PagedField): string => connections[field].wire

/** One page of a run's connection. */
export const connectionSelection = (field: PagedField, first: string, after?: string): string =>
  `${connections[field].wire}(first: ${first}${after === undefined ? '' : `, after: ${after}`}) ` +
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${connections[field].node} } } }`

/** Which keys of config and summary to ask for, where not all are wanted. */
export interface DictKeys {
  /** Top-level keys of the config. */
  readonly config?: ReadonlyArray<string> | undefined
  /** Top-level keys of the summary. */
  readonly summary?: ReadonlyArray<string> | undefined
  /** Metrics of the history, which is asked for run by run. */
  readonly history?: ReadonlyArray<string> | undefined
}

const heavy = (field: NodeField, keys: DictKeys): string => {
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

/** What to ask of a run's node, no more than the fields that are wanted. */
export const runSelection = (fields: ReadonlyArray<NodeField>, keys: DictKeys): string =>
  [light, ...fields.map((field) => heavy(field, keys))].join(' ')

/** The declarations of the variables that {@link runSelection} uses. */
export const runParameters = (fields: ReadonlyArray<NodeField>, keys: DictKeys): string =>
  [
    ...(fields.includes('config') && keys.config !== undefined ? ['$configKeys: [String!]'] : []),
    ...(fields.includes('summary') && keys.summary !== undefined ? ['$summaryKeys: [String!]'] : []),
    ...(fields.some(isArtifactField) ? ['$artifacts: Int'] : []),
    ...(fields.includes('files') ? ['$files: Int'] : []),
  ]
    .map((parameter) => `, ${parameter}`)
    .join('')

/** How many nodes of a connection of each run come with the run; the rest is asked for afterwards, many runs at once. */
const WITH_RUN = 50

/** The values of the variables that {@link runParameters} declares. */
export const runVariables = (fields: ReadonlyArray<NodeField>, keys: DictKeys): Readonly<Record<string, unknown>> => ({
  ...(fields.includes('config') && keys.config !== undefined ? { configKeys: keys.config } : {}),
  // W&B's own entry holds the logged runtime.
  ...(fields.includes('summary') && keys.summary !== undefined ? { summaryKeys: [...keys.summary, '_wandb'] } : {}),
  ...(fields.some(isArtifactField) ? { artifacts: WITH_RUN } : {}),
  ...(fields.includes('files') ? { files: WITH_RUN } : {}),
})
