import { createHash } from 'node:crypto'
import { missing } from '../json/lookup.ts'
import { compileFilter } from '../query/filter.ts'
import { compareKeys, parseOrder, sortValue } from '../query/order.ts'
import { connect, type PageArguments } from '../query/page.ts'
import { type List, listOf, toArray } from '../store/list.ts'
import type { Collection, Project } from '../store/project.ts'
import type { ArtifactRecord, RunRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { milliseconds } from '../store/time.ts'
import type { Context, Resolvers } from './context.ts'
import { artifactFile, manifestFile } from './file.ts'
import { nodeId, readNodeId } from './ids.ts'

export interface ListArguments extends PageArguments {
  readonly filters?: string | null
  readonly order?: string | null
}

export interface Membership {
  readonly artifact: ArtifactRecord
  readonly collection: Collection
}

interface Alias extends Membership {
  readonly alias: string
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
    createdAt: (artifact: ArtifactRecord) => new Date(milliseconds(artifact.createdAt)),
    created_at: (artifact: ArtifactRecord) => new Date(milliseconds(artifact.createdAt)),
    updatedAt: updatedAt,
    updated_at: updatedAt,
  }),
)

function updatedAt(artifact: ArtifactRecord): unknown {
  return artifact.updatedAt === null ? missing : new Date(milliseconds(artifact.updatedAt))
}

/** The versions that pass, in the order asked for; as they come where nothing is asked. */
export function select(list: List<ArtifactRecord>, args: ListArguments): List<ArtifactRecord> {
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

// The client sends this with every listing, and all that a list holds without filters is committed.
const isCommittedOnly = (filters: string | null | undefined): boolean => filters == null || filters === '{}'

export const projectOf = (store: Store, thing: { entity: string; project: string }): Project => {
  const project = store.project(thing.entity, thing.project)
  if (project === undefined) throw new Error(`no project ${thing.entity}/${thing.project}`)
  return project
}

const collectionOf = (store: Store, artifact: ArtifactRecord): Collection => {
  const collection = projectOf(store, artifact).collection(artifact.name)
  if (collection === undefined) throw new Error(`no collection ${artifact.name}`)
  return collection
}

/** `collection:alias`, cut at the first colon, since an alias may hold more of them. */
export function findMembership(project: Project, name: string): Membership | null {
  const colon = name.indexOf(':')
  const collection = project.collection(colon === -1 ? name : name.slice(0, colon))
  return collection === undefined ? null : membershipIn(collection, colon === -1 ? 'latest' : name.slice(colon + 1))
}

const membershipIn = (collection: Collection, alias: string): Membership | null => {
  const artifact = collection.project.version(collection, alias)
  return artifact === undefined ? null : { artifact, collection }
}

const aliasesOf = (membership: Membership): Alias[] =>
  membership.artifact.aliases.map((alias) => ({ ...membership, alias }))

const tagsOf = () => ({ edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } })

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
  return connect(
    { length: names.length, at: (index) => artifactFile(artifact, names[index] as string) },
    args,
    // The client asks for the addresses of 5000 files at a time.
    Math.max(context.maxPageSize, 5000),
  )
}

export const artifactResolvers: Resolvers<ArtifactRecord> = {
  aliases: (artifact, { artifactCollectionName: name }: { artifactCollectionName?: string | null }, { store }) =>
    name != null && name !== artifact.name ? [] : aliasesOf({ artifact, collection: collectionOf(store, artifact) }),
  artifactMemberships: (artifact, _: never, { store, maxPageSize }) =>
    connect(listOf([{ artifact, collection: collectionOf(store, artifact) }]), {}, maxPageSize),
  artifactSequence: (artifact, _: never, { store }) => collectionOf(store, artifact),
  artifactType: (artifact, _: never, { store }): TypeNode => ({
    project: projectOf(store, artifact),
    name: artifact.type,
  }),
  commitHash,
  createdBy: ({ createdBy, entity, project }, _: never, { store }) =>
    'run' in createdBy
      ? store.project(entity, project)?.run(createdBy.run)
      : (store.user(createdBy.user) ?? unknownUser(createdBy.user)),
  currentManifest: (artifact) => artifact,
  files: filesOf,
  id: artifactId,
  storageBytes: (artifact) => artifact.size,
  tags: () => [],
  ttlDurationSeconds: () => -2,
  ttlIsInherited: () => true,
  usedBy: (artifact, args: PageArguments, { store, maxPageSize }) =>
    connect(listOf(sourceRuns(store, artifact)), args, maxPageSize),
  usedCount: (artifact, _: never, { store }) => sourceRuns(store, artifact).length,
  versionIndex: (artifact, { artifactCollectionName: name }: { artifactCollectionName?: string | null }) =>
    name != null && name !== artifact.name ? null : artifact.versionIndex,
}

const ARTIFACT = /^Artifact:/

/** A recorded id may be a node id already. */
function artifactId({ id }: ArtifactRecord): string {
  return ARTIFACT.test(readNodeId(id).join(':')) ? id : nodeId('Artifact', id)
}

export const artifactById = (store: Store, id: string): ArtifactRecord | undefined =>
  store.artifact(id) ?? store.artifact(readNodeId(id).join(':').replace(ARTIFACT, ''))

/** Every committed version has one on a real server, and the official client insists on it. */
function commitHash({ commitHash: recorded, digest, versionIndex }: ArtifactRecord): string {
  return recorded ?? createHash('sha1').update(`${digest}:${versionIndex}`).digest('hex').slice(0, 20)
}

export const unknownUser = (username: string) => ({ username, name: username, email: '' })

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
  createdAt: ({ artifact }) => artifact.createdAt,
  files: ({ artifact }, args: NamedFiles, context) => filesOf(artifact, args, context),
  id: ({ artifact, collection }) => nodeId('ArtifactCollectionMembership', collection.project.number, artifact.id),
  versionIndex: ({ artifact }) => artifact.versionIndex,
}

export const collectionResolvers: Resolvers<Collection> = {
  aliases: (collection, args: PageArguments, { maxPageSize }) =>
    connect(
      listOf(toArray(collection.versions).flatMap((artifact) => aliasesOf({ artifact, collection }))),
      args,
      maxPageSize,
    ),
  artifactMembership: (collection, { aliasName }: { aliasName: string }) => membershipIn(collection, aliasName),
  artifactMemberships: (collection, args: PageArguments, { maxPageSize }) =>
    connect(
      {
        length: collection.versions.length,
        at: (index): Membership => ({ artifact: collection.versions.at(index), collection }),
      },
      args,
      maxPageSize,
    ),
  artifacts: (collection, args: ListArguments, { maxPageSize }) => {
    const page = connect(select(collection.versions, args), args, maxPageSize)
    return { ...page, edges: page.edges.map((edge) => ({ ...edge, version: `v${edge.node.versionIndex}` })) }
  },
  createdAt: ({ versions, project }) => (versions.length > 0 ? versions.at(0).createdAt : project.facts.createdAt),
  defaultArtifactType: ({ project, type }): TypeNode => ({ project, name: type }),
  description: () => null,
  id: collectionId,
  latestArtifact: ({ versions }) => (versions.length > 0 ? versions.at(versions.length - 1) : null),
  state: () => 'READY',
  tags: tagsOf,
  updatedAt: ({ versions }) => (versions.length > 0 ? versions.at(versions.length - 1).createdAt : null),
}

function collectionId({ project, number }: Collection): string {
  return nodeId('ArtifactCollection', project.number, number)
}

export function collectionById(store: Store, id: string): Collection | undefined {
  return store.projects.flatMap((project) => project.collections).find((candidate) => collectionId(candidate) === id)
}

export interface TypeNode {
  readonly project: Project
  readonly name: string
}

interface CollectionsArguments extends ListArguments {
  readonly collectionTypes?: readonly string[] | null
}

export function collectionsOf(project: Project, type: string | undefined, args: CollectionsArguments, maximum: number) {
  const read = new Map<string, (collection: Collection) => unknown>(
    Object.entries({
      name: (collection: Collection) => collection.name,
      type: (collection: Collection) => collection.type,
      created_at: (collection: Collection) => new Date(milliseconds(collection.versions.at(0).createdAt)),
      createdAt: (collection: Collection) => new Date(milliseconds(collection.versions.at(0).createdAt)),
      updated_at: (collection: Collection) =>
        new Date(milliseconds(collection.versions.at(collection.versions.length - 1).createdAt)),
      description: () => null,
      tag: () => [],
    }),
  )
  const passes = compileFilter<Collection>(args.filters, (path) => {
    const reader = read.get(path)
    return reader && { type: /_?at$/i.test(path) ? 'date' : 'other', read: reader }
  })
  const terms = parseOrder<Collection>(args.order, '+created_at', (path) => read.get(path))
  const sequences = args.collectionTypes == null || args.collectionTypes.includes('SEQUENCE')
  const chosen = project.collections
    .filter((collection) => sequences && (type === undefined || collection.type === type) && passes(collection))
    .map((collection) => ({
      collection,
      key: [...terms.map((term) => sortValue(term.read(collection))), collection.name],
    }))
    .sort((one, other) => compareKeys(terms, one.key, other.key))
    .map(({ collection }) => collection)
  return connect(listOf(chosen), args, maximum)
}

export const typesOf = (project: Project): TypeNode[] =>
  [...new Set(project.collections.map((collection) => collection.type))].sort().map((name) => ({ project, name }))

export const typeResolvers: Resolvers<TypeNode> = {
  artifact: ({ project }, { name }: { name: string }) => findMembership(project, name)?.artifact,
  artifactCollection: ({ project, name: type }, { name }: { name: string }) => {
    const collection = project.collection(name)
    return collection?.type === type ? collection : null
  },
  artifactCollections: ({ project, name }, args: CollectionsArguments, { maxPageSize }) =>
    collectionsOf(project, name, args, maxPageSize),
  createdAt: ({ project }) => project.facts.createdAt,
  id: ({ project, name }) => nodeId('ArtifactType', project.number, name),
}
