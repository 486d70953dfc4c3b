import type { Collection, Project } from '../store/project.ts'
import type { ArtifactRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'

export interface Membership {
  readonly artifact: ArtifactRecord
  readonly collection: Collection
  readonly versionIndex: number
  readonly aliases: readonly string[]
  readonly createdAt: string
}

/** An artifact type of a project. */
export interface ArtifactTypeNode {
  readonly project: Project
  readonly name: string
}

export interface Alias extends Membership {
  readonly alias: string
}

export const projectOf = (store: Store, thing: { entity: string; project: string }): Project => {
  const project = store.project(thing.entity, thing.project)
  if (project === undefined) throw new Error(`unknown project ${thing.entity}/${thing.project}`)
  return project
}

export const collectionOf = (store: Store, artifact: ArtifactRecord): Collection => {
  const collection = projectOf(store, artifact).collection(artifact.name)
  if (collection === undefined) throw new Error(`unknown collection ${artifact.name}`)
  return collection
}

/** Finds `collection:alias`, split at the first colon because an alias can contain more. */
export function findMembership(project: Project, name: string): Membership | null {
  const colon = name.indexOf(':')
  const collection = project.collection(colon === -1 ? name : name.slice(0, colon))
  return collection === undefined ? null : membershipIn(collection, colon === -1 ? 'latest' : name.slice(colon + 1))
}

export const membershipIn = (collection: Collection, alias: string): Membership | null => {
  const artifact = collection.project.version(collection, alias)
  return artifact === undefined ? null : membershipOf(collection, artifact)
}

/** Returns the membership of a version in a collection; a link has its own version number and aliases. */
export function membershipOf(collection: Collection, artifact: ArtifactRecord): Membership {
  const link = collection.portfolio?.links.find((candidate) => candidate.artifact === artifact.id)
  const { versionIndex, aliases, createdAt } = link ?? artifact
  return { artifact, collection, versionIndex, aliases, createdAt }
}

/** Returns the memberships of a version: the collection it was logged to, then the portfolios that link to it. */
export function membershipsOf(store: Store, artifact: ArtifactRecord): Membership[] {
  const portfolios = store.projects
    .flatMap((project) => project.collections)
    .filter((collection) => collection.portfolio?.links.some((link) => link.artifact === artifact.id))
  return [collectionOf(store, artifact), ...portfolios].map((collection) => membershipOf(collection, artifact))
}

export const aliasesOf = (membership: Membership): Alias[] =>
  membership.aliases.map((alias) => ({ ...membership, alias }))
