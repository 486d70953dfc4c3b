import { optionalFields } from '../../client/graphql/optionalFields.ts'
import { versionSelection } from '../request/selection.ts'

/** A query of a project. */
export const projectScopedDocument = (operation: string, parameters: string, selection: string): string =>
  `query ${operation}($entity: String!, $project: String!${parameters}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName ${selection} } }`

/** A query of one artifact version, by its path or by its id. */
export const versionScopedDocument = (
  operation: string,
  by: 'id' | 'path',
  parameters: string,
  selection: string,
): string =>
  by === 'id'
    ? `query ${operation}($id: ID!${parameters}) { artifact(id: $id) { ${selection} } }`
    : projectScopedDocument(
        operation,
        `, $name: String!, $alias: String!${parameters}`,
        `artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { artifact { ${selection} } } }`,
      )

const project = 'project { name entityName }'

const pageInfo = 'pageInfo { endCursor hasNextPage }'

/** 1000 is more tags than any artifact has. */
const collection =
  `__typename id name description createdAt updatedAt ${project} defaultArtifactType { name } ` +
  'tags(first: 1000) { edges { node { name } } }'

const type = `id name description createdAt ${project}`

/** The fields to select of an artifact version, with the optional fields if the server supports them. */
export const versionSelectionFor = (isSupported: boolean): string =>
  isSupported
    ? `${versionSelection} ${optionalFields.Artifact.map((name) => (name === 'tags' ? 'tags { name }' : name)).join(' ')}`
    : versionSelection

const paged = ', $first: Int, $after: String'

export const typesDocument: string = projectScopedDocument(
  'ArtifactTypes',
  paged,
  `artifactTypes(first: $first, after: $after) { ${pageInfo} edges { cursor node { ${type} } } }`,
)

export const typeDocument: string = projectScopedDocument(
  'ArtifactType',
  ', $type: String!',
  `artifactType(name: $type) { ${type} }`,
)

const collections =
  'artifactCollections(filters: $filters, order: $order, collectionTypes: $kinds, first: $first, after: $after) ' +
  `{ totalCount ${pageInfo} edges { cursor node { ${collection} } } }`

/** Selects the artifacts of a project, or of one type in it. */
export const artifactsDocument = (ofType: boolean): string =>
  projectScopedDocument(
    'Artifacts',
    `${ofType ? ', $type: String!' : ''}, $filters: JSONString, $order: String, ` +
      `$kinds: [ArtifactCollectionType!]${paged}`,
    ofType ? `artifactType(name: $type) { ${collections} }` : collections,
  )

export const artifactDocument: string = projectScopedDocument(
  'Artifact',
  ', $name: String!',
  `artifactCollection(name: $name) { ${collection} }`,
)

export const artifactVersionsDocument = (isSupported: boolean): string =>
  projectScopedDocument(
    'ArtifactVersions',
    `, $name: String!, $filters: JSONString, $order: String${paged}`,
    `artifactCollection(name: $name) { __typename name ${project} ` +
      'artifacts(filters: $filters, order: $order, first: $first, after: $after) ' +
      `{ totalCount ${pageInfo} edges { cursor version node { ${versionSelectionFor(isSupported)} } } } }`,
  )

export const aliasesDocument: string = projectScopedDocument(
  'ArtifactAliases',
  `, $name: String!${paged}`,
  `artifactCollection(name: $name) { aliases(first: $first, after: $after) ` +
    `{ ${pageInfo} edges { cursor node { id alias } } } }`,
)

/** Selects a version with its membership in the collection of the path. */
export const versionByPathDocument = (isSupported: boolean): string =>
  projectScopedDocument(
    'ArtifactVersion',
    ', $name: String!, $alias: String!',
    'artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { versionIndex aliases { alias } ' +
      `artifactCollection { name ${project} } artifact { ${versionSelectionFor(isSupported)} } } }`,
  )

export const versionByIdDocument = (isSupported: boolean): string =>
  `query ArtifactVersion($id: ID!) { artifact(id: $id) { ${versionSelectionFor(isSupported)} } }`

export const membershipsSelection: string =
  `artifactMemberships { ${pageInfo} edges { node { id versionIndex createdAt aliases { alias } ` +
  `artifactCollection { __typename name ${project} } } } }`

/** Selects a page of a version's files. */
export const filesSelection = (isSupported: boolean): string =>
  `files(names: $names, first: $first, after: $after) { ${isSupported ? optionalFields.FileConnection.join(' ') : ''} ` +
  `${pageInfo} edges { cursor node { id name sizeBytes digest mimetype updatedAt directUrl } } }`

/** Selects a page of the runs that used a version. */
export const usedBySelection = (run: string): string =>
  `usedBy(first: $first, after: $after) { totalCount ${pageInfo} edges { cursor node { ${run} ${project} } } }`

/** Selects the run or the user that created a version. */
export const createdBySelection = (run: string): string =>
  `createdBy { __typename ... on Run { ${run} ${project} } ... on User { id username name } }`
