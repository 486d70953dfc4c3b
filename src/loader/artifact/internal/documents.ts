import { inProject } from '../../internal/artifact/ofVersion.ts'
import { younger } from '../../internal/paging/younger.ts'
import { versionSelection } from '../../internal/run/selection.ts'

const project = 'project { name entityName }'

const pageInfo = 'pageInfo { endCursor hasNextPage }'

/** More tags than anybody gives to an artifact. */
const collection =
  `__typename id name description createdAt updatedAt ${project} defaultArtifactType { name } ` +
  'tags(first: 1000) { edges { node { name } } }'

const type = `id name description createdAt ${project}`

/** What to ask of a version's node; what only newer servers have, only where the server is new enough. */
export const fullVersion = (isKnown: boolean): string =>
  isKnown
    ? `${versionSelection} ${younger.Artifact.map((name) => (name === 'tags' ? 'tags { name }' : name)).join(' ')}`
    : versionSelection

const paged = ', $first: Int, $after: String'

export const typesDocument: string = inProject(
  'ArtifactTypes',
  paged,
  `artifactTypes(first: $first, after: $after) { ${pageInfo} edges { cursor node { ${type} } } }`,
)

export const typeDocument: string = inProject(
  'ArtifactType',
  ', $type: String!',
  `artifactType(name: $type) { ${type} }`,
)

const collections =
  'artifactCollections(filters: $filters, order: $order, collectionTypes: $kinds, first: $first, after: $after) ' +
  `{ totalCount ${pageInfo} edges { cursor node { ${collection} } } }`

/** The artifacts of a project, or of a type in it. */
export const artifactsDocument = (ofType: boolean): string =>
  inProject(
    'Artifacts',
    `${ofType ? ', $type: String!' : ''}, $filters: JSONString, $order: String, ` +
      `$kinds: [ArtifactCollectionType!]${paged}`,
    ofType ? `artifactType(name: $type) { ${collections} }` : collections,
  )

export const artifactDocument: string = inProject(
  'Artifact',
  ', $name: String!',
  `artifactCollection(name: $name) { ${collection} }`,
)

export const artifactVersionsDocument = (isKnown: boolean): string =>
  inProject(
    'ArtifactVersions',
    `, $name: String!, $filters: JSONString, $order: String${paged}`,
    `artifactCollection(name: $name) { __typename name ${project} ` +
      'artifacts(filters: $filters, order: $order, first: $first, after: $after) ' +
      `{ totalCount ${pageInfo} edges { cursor version node { ${fullVersion(isKnown)} } } } }`,
  )

export const aliasesDocument: string = inProject(
  'ArtifactAliases',
  `, $name: String!${paged}`,
  `artifactCollection(name: $name) { aliases(first: $first, after: $after) ` +
    `{ ${pageInfo} edges { cursor node { id alias } } } }`,
)

/** A version in the collection that it is asked for by. */
export const versionByPathDocument = (isKnown: boolean): string =>
  inProject(
    'ArtifactVersion',
    ', $name: String!, $alias: String!',
    'artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { versionIndex aliases { alias } ' +
      `artifactCollection { name ${project} } artifact { ${fullVersion(isKnown)} } } }`,
  )

export const versionByIdDocument = (isKnown: boolean): string =>
  `query ArtifactVersion($id: ID!) { artifact(id: $id) { ${fullVersion(isKnown)} } }`

export const memberships: string =
  `artifactMemberships { ${pageInfo} edges { node { id versionIndex createdAt aliases { alias } ` +
  `artifactCollection { __typename name ${project} } } } }`

/** A page of a version's files. */
export const files = (isKnown: boolean): string =>
  `files(names: $names, first: $first, after: $after) { ${isKnown ? younger.FileConnection.join(' ') : ''} ` +
  `${pageInfo} edges { cursor node { id name sizeBytes digest mimetype updatedAt directUrl } } }`

/** A page of the runs that used a version. */
export const usedBy = (run: string): string =>
  `usedBy(first: $first, after: $after) { totalCount ${pageInfo} edges { cursor node { ${run} ${project} } } }`

/** The run or the user that made a version. */
export const createdBy = (run: string): string =>
  `createdBy { __typename ... on Run { ${run} ${project} } ... on User { id username name } }`
