import type { NodeField } from '../../types/RunHeavy.ts'

const light =
  'id name displayName state createdAt heartbeatAt tags group jobType sweepName user { id username name } ' +
  'notes description commit readOnly historyLineCount computeSeconds'

const artifactVersion =
  'id versionIndex state size digest description metadata fileCount commitHash historyStep createdAt updatedAt ' +
  'artifactType { name } artifactSequence { name project { name entityName } } ' +
  'aliases { alias artifactCollection { name project { name entityName } } }'

/** A run's connection of artifact versions, by the field that it becomes. */
export const artifactConnections = {
  loggedArtifactVersions: 'outputArtifacts',
  usedArtifactVersions: 'inputArtifacts',
} as const

/** The heavy fields that are connections, and so are paged. */
export type ArtifactField = keyof typeof artifactConnections

export const isArtifactField = (field: NodeField): field is ArtifactField => Object.hasOwn(artifactConnections, field)

/** One page of a connection of artifact versions. */
export const artifactPage = (field: ArtifactField, first: string, after?: string): string =>
  `${artifactConnections[field]}(first: ${first}${after === undefined ? '' : `, after: ${after}`}) ` +
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${artifactVersion} } } }`

/** Which keys of config and summary to ask for, where not all are wanted. */
export interface DictKeys {
  /** Top-level keys of the config. */
  readonly config?: ReadonlyArray<string> | undefined
  /** Top-level keys of the summary. */
  readonly summary?: ReadonlyArray<string> | undefined
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
      return artifactPage(field, '$artifacts')
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
  ]
    .map((parameter) => `, ${parameter}`)
    .join('')

/** How many artifact versions of each run come with the run; the rest is asked for afterwards, many runs at once. */
const ARTIFACTS_WITH_RUN = 50

/** The values of the variables that {@link runParameters} declares. */
export const runVariables = (fields: ReadonlyArray<NodeField>, keys: DictKeys): Readonly<Record<string, unknown>> => ({
  ...(fields.includes('config') && keys.config !== undefined ? { configKeys: keys.config } : {}),
  // W&B's own entry holds the logged runtime.
  ...(fields.includes('summary') && keys.summary !== undefined ? { summaryKeys: [...keys.summary, '_wandb'] } : {}),
  ...(fields.some(isArtifactField) ? { artifacts: ARTIFACTS_WITH_RUN } : {}),
})
