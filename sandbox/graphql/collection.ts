import { compileFilter } from '../query/filter.ts'
import { compareKeys, parseOrder, sortValue } from '../query/order.ts'
import { type PageArguments, paginate } from '../query/paginate.ts'
import { parseTime } from '../records/time.ts'
import { listOf, toArray } from '../store/list.ts'
import type { Collection, Project } from '../store/project.ts'
import type { ArtifactRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { type ListArguments, selectVersions, tagId } from './artifact.ts'
import type { Context, Resolvers } from './context.ts'
import { nodeId } from './ids.ts'
import { type ArtifactTypeNode, aliasesOf, findMembership, membershipIn, membershipOf } from './membership.ts'

const tagsOf = ({ portfolio }: Collection, args: PageArguments, { maxPageSize }: Context) =>
  paginate(listOf((portfolio?.tags ?? []).map((name) => ({ id: tagId(name), name }))), args, maxPageSize)

export const collectionResolvers: Resolvers<Collection> = {
  aliases: (collection, args: PageArguments, { maxPageSize }) =>
    paginate(
      listOf(toArray(collection.versions).flatMap((artifact) => aliasesOf(membershipOf(collection, artifact)))),
      args,
      maxPageSize,
    ),
  artifactMembership: (collection, { aliasName }: { aliasName: string }) => membershipIn(collection, aliasName),
  artifactMemberships: (collection, args: PageArguments, { maxPageSize }) =>
    paginate(
      {
        length: collection.versions.length,
        at: (index) => membershipOf(collection, collection.versions.at(index)),
      },
      args,
      maxPageSize,
    ),
  artifacts: (collection, args: ListArguments, { maxPageSize }) => {
    const page = paginate(selectVersions(collection.versions, args), args, maxPageSize)
    const version = (artifact: ArtifactRecord): string => `v${membershipOf(collection, artifact).versionIndex}`
    return { ...page, edges: page.edges.map((edge) => ({ ...edge, version: version(edge.node) })) }
  },
  createdAt: createdAtOf,
  defaultArtifactType: ({ project, type }): ArtifactTypeNode => ({ project, name: type }),
  description: ({ portfolio }) => portfolio?.description ?? null,
  id: collectionId,
  latestArtifact: ({ versions }) => (versions.length > 0 ? versions.at(versions.length - 1) : null),
  state: () => 'READY',
  tags: tagsOf,
  updatedAt: updatedAtOf,
}

const { latestArtifact: _, ...ofPortfolios } = collectionResolvers
export const portfolioResolvers: Resolvers<Collection> = ofPortfolios

function createdAtOf({ versions, project, portfolio }: Collection): string {
  if (portfolio !== undefined) return portfolio.createdAt
  return versions.length > 0 ? versions.at(0).createdAt : project.facts.createdAt
}

function updatedAtOf({ versions, portfolio }: Collection): string | null {
  if (portfolio !== undefined) return portfolio.links.at(-1)?.createdAt ?? portfolio.createdAt
  return versions.length > 0 ? versions.at(versions.length - 1).createdAt : null
}

function collectionId({ project, number }: Collection): string {
  return nodeId('ArtifactCollection', project.number, number)
}

export function collectionById(store: Store, id: string): Collection | undefined {
  return store.projects.flatMap((project) => project.collections).find((candidate) => collectionId(candidate) === id)
}

interface CollectionsArguments extends ListArguments {
  readonly collectionTypes?: readonly string[] | null
}

export function collectionsOf(project: Project, type: string | undefined, args: CollectionsArguments, maximum: number) {
  const read = new Map<string, (collection: Collection) => unknown>(
    Object.entries({
      name: (collection: Collection) => collection.name,
      type: (collection: Collection) => collection.type,
      created_at: (collection: Collection) => new Date(parseTime(createdAtOf(collection))),
      createdAt: (collection: Collection) => new Date(parseTime(createdAtOf(collection))),
      updated_at: (collection: Collection) => new Date(parseTime(updatedAtOf(collection) ?? '')),
      description: ({ portfolio }: Collection) => portfolio?.description ?? null,
      tag: ({ portfolio }: Collection) => portfolio?.tags ?? [],
    }),
  )
  const passes = compileFilter<Collection>(args.filters, (path) => {
    const reader = read.get(path)
    return reader && { type: /_?at$/i.test(path) ? 'date' : 'other', read: reader }
  })
  const terms = parseOrder<Collection>(args.order, '+created_at', (path) => read.get(path))
  const isWanted = ({ portfolio }: Collection): boolean =>
    args.collectionTypes == null || args.collectionTypes.includes(portfolio === undefined ? 'SEQUENCE' : 'PORTFOLIO')
  const chosen = project.collections
    .filter((candidate) => isWanted(candidate) && (type === undefined || candidate.type === type) && passes(candidate))
    .map((collection) => ({
      collection,
      key: [...terms.map((term) => sortValue(term.read(collection))), collection.name],
    }))
    .sort((one, other) => compareKeys(terms, one.key, other.key))
    .map(({ collection }) => collection)
  return paginate(listOf(chosen), args, maximum)
}

export const typesOf = (project: Project): ArtifactTypeNode[] =>
  [...new Set(project.collections.map((collection) => collection.type))].sort().map((name) => ({ project, name }))

const collectionOf = ({ project, name: type }: ArtifactTypeNode, name: string): Collection | null => {
  const collection = project.collection(name)
  return collection?.type === type ? collection : null
}

export const typeResolvers: Resolvers<ArtifactTypeNode> = {
  artifact: ({ project }, { name }: { name: string }) => findMembership(project, name)?.artifact,
  artifactCollection: (type, { name }: { name: string }) => collectionOf(type, name),
  artifactSequence: (type, { name }: { name: string }) => {
    const collection = collectionOf(type, name)
    return collection?.portfolio === undefined ? collection : null
  },
  artifactCollections: ({ project, name }, args: CollectionsArguments, { maxPageSize }) =>
    collectionsOf(project, name, args, maxPageSize),
  createdAt: ({ project }) => project.facts.createdAt,
  id: ({ project, name }) => nodeId('ArtifactType', project.number, name),
}
