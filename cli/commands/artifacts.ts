import { loadArtifacts, loadArtifactVersions } from '../../src/loader/index.ts'
import type { Artifact, ArtifactVersion } from '../../src/types/index.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { projectArgument } from '../arguments/positionals.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { settled } from '../load/settled.ts'
import { type Source, withSource } from '../load/source.ts'
import { readTarget } from '../load/target.ts'
import { usageError } from '../output/ExitError.ts'
import type { Streams } from '../output/Streams.ts'
import { listLimit, listOptions, type RecordColumn, upTo, writeRecords } from '../rows/recordList.ts'

const NEWEST = '-created_at'

const columns: ReadonlyArray<RecordColumn<Artifact>> = [
  { name: 'name', type: 'text', read: ({ name }) => name },
  { name: 'type', type: 'text', read: ({ type }) => type },
  { name: 'kind', type: 'text', read: ({ kind }) => kind },
  { name: 'createdAt', type: 'time', read: ({ createdAt }) => createdAt },
  { name: 'updatedAt', type: 'time', read: ({ updatedAt }) => updatedAt },
  { name: 'tags', type: 'list', read: ({ tags }) => tags },
  { name: 'description', type: 'text', read: ({ description }) => description || undefined },
]

const versionColumns: ReadonlyArray<RecordColumn<ArtifactVersion>> = [
  { name: 'name', type: 'text', read: ({ name, version }) => `${name}:v${version}` },
  { name: 'aliases', type: 'list', read: ({ aliases }) => aliases },
  { name: 'size', type: 'integer', read: ({ size }) => size },
  { name: 'files', type: 'integer', read: ({ fileCount }) => fileCount },
  { name: 'createdAt', type: 'time', read: ({ createdAt }) => createdAt },
  { name: 'state', type: 'text', read: ({ state }) => state },
  { name: 'description', type: 'text', read: ({ description }) => description || undefined },
]

/** Whether an argument is the path of one artifact, and not of a project. */
const artifactIn = (source: Source, text: string | undefined): string | undefined => {
  if (text === undefined) return undefined
  const { kinds, path } = readTarget(source, text)
  if (kinds.includes('ArtifactVersion'))
    throw usageError(`"${text}" is one version: leave out the alias to list the versions of the artifact.`)
  return kinds.includes('Artifact') ? path : undefined
}

const runArtifacts = async (args: Args, streams: Streams): Promise<number> => {
  const limit = listLimit(args)
  const [given] = args.positionals
  const type = args.value('type')
  return withSource(args, streams, async (source) => {
    const artifact = artifactIn(source, given)
    if (artifact !== undefined) {
      if (type !== undefined) throw usageError('--type selects artifacts of a project, and an artifact has one type.')
      const versions = loadArtifactVersions({ artifact, order: '-version_index', ...upTo(limit) })
      const listed = await settled(versions(source.client))
      return writeRecords({ noun: 'version', columns: versionColumns, listed, limit }, args, streams)
    }
    const project = projectArgument(args) ?? source.project
    const listed = await settled(loadArtifacts({ project, type, order: NEWEST, ...upTo(limit) })(source.client))
    return writeRecords({ noun: 'artifact', columns, listed, limit }, args, streams)
  })
}

/** Lists the artifacts of a project, or the versions of an artifact. */
export const artifactsCommand: Command = {
  name: 'artifacts',
  group: 'Projects, sweeps and artifacts',
  summary: 'List the artifacts of a project, or the versions of one artifact, the newest first.',
  usage: '[entity/project | entity/project/name] [options]',
  options: {
    type: { type: 'string', value: 'name', help: 'Only artifacts of this type, such as model or dataset.' },
    ...listOptions,
    ...projectOptions,
  },
  examples: ['artifacts team/vision --type model', 'artifacts team/vision/model', 'artifacts team/vision --format csv'],
  run: runArtifacts,
}
