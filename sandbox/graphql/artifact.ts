import { createHash } from 'node:crypto'
import { missing } from '../json/lookup.ts'
import { compileFilter } from '../query/filter.ts'
import { compareKeys, parseOrder, sortValue } from '../query/order.ts'
import { type PageArguments, paginate } from '../query/paginate.ts'
import { parseTime } from '../records/time.ts'
import { type List, listOf, toArray } from '../store/list.ts'
import type { ArtifactRecord, RunRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import type { Context, Resolvers } from './context.ts'
import { artifactFile, manifestFile } from './file.ts'
import { nodeId, readNodeId } from './ids.ts'
import {
  type Alias,
  type ArtifactTypeNode,
  aliasesOf,
  collectionOf,
  type Membership,
  membershipsOf,
  projectOf,
} from './membership.ts'
import { placeholderUser } from './people.ts'

export interface ListArguments extends PageArguments {
  readonly filters?: string | null
  readonly order?: string | null
}

const readers = new Map<string, (artifact: ArtifactRecord) => unknown>(
  Object.entries({
    state: (artifact: ArtifactRecord) => artifact.state,
    versionIndex: (artifact: ArtifactRecord) => artifact.versionIndex,
    version_index: (artifact: ArtifactRecord) => artifact.versionIndex,
    name: (artifact: ArtifactRecord) => artifact.name,
    digest: (artifact: ArtifactRecord) => artifact.digest,
    size: (artifact: ArtifactRecord) => artifact.size,
    alias: (artifact: ArtifactRecord) => artifact.aliases,
    aliases: (artifact: ArtifactRecord) => artifact.aliases,
    createdAt: (artifact: ArtifactRecord) => new Date(parseTime(artifact.createdAt)),
    created_at: (artifact: ArtifactRecord) => new Date(parseTime(artifact.createdAt)),
    updatedAt: updatedAt,
    updated_at: updatedAt,
  }),
)

function updatedAt(artifact: ArtifactRecord): unknown {
  return artifact.updatedAt === null ? missing : new Date(parseTime(artifact.updatedAt))
}

/** Returns the versions that match the filter, in the requested order, or in their own order without one. */
export function selectVersions(list: List<ArtifactRecord>, args: ListArguments): List<ArtifactRecord> {
  const filtered = isCommittedOnly(args.filters) ? list : listOf(toArray(list).filter(filter(args.filters)))
  if (!args.order) return filtered
  const terms = parseOrder<ArtifactRecord>(args.order, '', (path) => readers.get(path))
  const keyed = toArray(filtered).map((artifact) => ({
    artifact,
    key: [...terms.map((term) => sortValue(term.read(artifact))), artifact.versionIndex],
  }))
  return listOf(keyed.sort((one, other) => compareKeys(terms, one.key, other.key)).map(({ artifact }) => artifact))
}

const filter = (filters: string | null | undefined) =>
  compileFilter<ArtifactRecord>(filters, (path) => {
    const read = readers.get(path)
    return read && { type: /_?at$/i.test(path) ? 'date' : 'other', read }
  })

// The official client sends `{}` with every listing; unfiltered lists hold committed versions only.
const isCommittedOnly = (filters: string | null | undefined): boolean => filters == null || filters === '{}'

export const tagId = (name: string): string => nodeId('Tag', name)

const sourceRuns = (store: Store, artifact: ArtifactRecord): RunRecord[] =>
  store.projects.flatMap((project) => project.runs.filter((run) => run.usedArtifacts.includes(artifact.id)))

interface NamedFiles extends PageArguments {
  readonly names?: readonly string[] | null
}

function filesOf(artifact: ArtifactRecord, args: NamedFiles, context: Context) {
  const wanted = args.names == null || args.names.length === 0 ? undefined : new Set(args.names)
  const names = Object.keys(artifact.manifest)
    .filter((name) => wanted?.has(name) ?? true)
    .sort()
  return paginate(
    { length: names.length, at: (index) => artifactFile(artifact, names[index] as string) },
    args,
    // The official client requests the URLs of 5000 files at a time.
    Math.max(context.maxPageSize, 5000),
  )
}

export const artifactResolvers: Resolvers<ArtifactRecord> = {
  aliases: (artifact, { artifactCollectionName: name }: { artifactCollectionName?: string | null }, { store }) =>
    membershipsOf(store, artifact)
      .filter(({ collection }) => name == null || collection.name === name)
      .flatMap(aliasesOf),
  artifactMemberships: (artifact, _: never, { store, maxPageSize }) =>
    paginate(listOf(membershipsOf(store, artifact)), { first: maxPageSize }, maxPageSize),
  artifactSequence: (artifact, _: never, { store }) => collectionOf(store, artifact),
  artifactType: (artifact, _: never, { store }): ArtifactTypeNode => ({
    project: projectOf(store, artifact),
    name: artifact.type,
  }),
  commitHash,
  createdBy: ({ createdBy, entity, project }, _: never, { store }) =>
    'run' in createdBy
      ? store.project(entity, project)?.run(createdBy.run)
      : (store.user(createdBy.user) ?? placeholderUser(createdBy.user)),
  currentManifest: (artifact) => artifact,
  files: filesOf,
  id: artifactId,
  storageBytes: (artifact) => artifact.size,
  tags: ({ tags = [] }) => tags.map((name) => ({ id: tagId(name), name })),
  ttlDurationSeconds: ({ ttlDurationSeconds }) => ttlDurationSeconds ?? -2,
  ttlIsInherited: ({ ttlDurationSeconds }) => ttlDurationSeconds === undefined,
  usedBy: (artifact, args: PageArguments, { store, maxPageSize }) =>
    paginate(listOf(sourceRuns(store, artifact)), args, maxPageSize),
  usedCount: (artifact, _: never, { store }) => sourceRuns(store, artifact).length,
  versionIndex: (artifact, { artifactCollectionName: name }: { artifactCollectionName?: string | null }, { store }) =>
    name == null
      ? artifact.versionIndex
      : membershipsOf(store, artifact).find(({ collection }) => collection.name === name)?.versionIndex,
}

const ARTIFACT = /^Artifact:/

/** A recorded id can already be a node id. */
function artifactId({ id }: ArtifactRecord): string {
  return ARTIFACT.test(readNodeId(id).join(':')) ? id : nodeId('Artifact', id)
}

export const artifactById = (store: Store, id: string): ArtifactRecord | undefined =>
  store.artifact(id) ?? store.artifact(readNodeId(id).join(':').replace(ARTIFACT, ''))

/** A real server has one for every committed version, and the official client requires it. */
function commitHash({ commitHash: recorded, digest, versionIndex }: ArtifactRecord): string {
  return recorded ?? createHash('sha1').update(`${digest}:${versionIndex}`).digest('hex').slice(0, 20)
}

export const manifestResolvers: Resolvers<ArtifactRecord> = {
  artifact: (artifact) => artifact,
  file: (artifact) => manifestFile(artifact),
  id: (artifact) => nodeId('ArtifactManifest', artifact.id),
  type: () => 'FULL',
}

export const aliasResolvers: Resolvers<Alias> = {
  artifactCollection: ({ collection }) => collection,
  artifactCollectionName: ({ collection }) => collection.name,
  id: ({ artifact, alias }) => nodeId('ArtifactAlias', artifact.id, alias),
}

export const membershipResolvers: Resolvers<Membership> = {
  aliases: aliasesOf,
  artifactCollection: ({ collection }) => collection,
  commitHash: ({ artifact }) => commitHash(artifact),
  files: ({ artifact }, args: NamedFiles, context) => filesOf(artifact, args, context),
  id: ({ artifact, collection }) =>
    nodeId('ArtifactCollectionMembership', collection.project.number, collection.number, artifact.id),
}
