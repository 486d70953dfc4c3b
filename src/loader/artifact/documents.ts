import {
  type GraphqlDocument,
  graphqlDocument,
  pageSelection,
  pageVariables,
  type VariableTypes,
} from '../../client/graphql/document.ts'
import { inProject } from '../../client/graphql/inProject.ts'
import { optionalFields } from '../../client/graphql/optionalFields.ts'
import { selectionOf } from '../../client/graphql/selectionOf.ts'
import { Artifact } from '../../types/artifact/Artifact.ts'
import { ArtifactMembership } from '../../types/artifact/ArtifactMembership.ts'
import { ArtifactType } from '../../types/artifact/ArtifactType.ts'
import { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import { ArtifactFile } from '../../types/file/ArtifactFile.ts'
import { User } from '../../types/user/User.ts'
import { versionSelection } from '../request/selection.ts'

/** How an artifact version is identified. */
export type VersionIdentity = 'id' | 'path'

/** Builds a query of one artifact version, by its path or by its id. */
export const inVersion = (
  name: string,
  by: VersionIdentity,
  variables: VariableTypes,
  selection: string,
): GraphqlDocument =>
  by === 'id'
    ? graphqlDocument(name, { id: 'ID!', ...variables }, `artifact(id: $id) { ${selection} }`)
    : inProject(
        name,
        { name: 'String!', alias: 'String!', ...variables },
        `artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { artifact { ${selection} } } }`,
      )

const project = 'project { name entityName }'

const page = 'first: $first, after: $after'

/** 1000 is more tags than any artifact has. */
const collection = selectionOf(Artifact, { tags: '(first: 1000)' })

const type = selectionOf(ArtifactType)

/** The fields to select of an artifact version, with the optional fields if the server supports them. */
const versionFields = (isSupported: boolean): string => (isSupported ? selectionOf(ArtifactVersion) : versionSelection)

export const typesDocument: GraphqlDocument = inProject(
  'ArtifactTypes',
  pageVariables,
  `artifactTypes(${page}) { ${pageSelection(type)} }`,
)

export const typeDocument: GraphqlDocument = inProject(
  'ArtifactType',
  { type: 'String!' },
  `artifactType(name: $type) { ${type} }`,
)

const collections =
  `artifactCollections(filters: $filters, order: $order, collectionTypes: $kinds, ${page}) ` +
  `{ totalCount ${pageSelection(collection)} }`

/** Selects the artifacts of a project, or of one type in it. */
export const artifactsDocument = (ofType: boolean): GraphqlDocument =>
  inProject(
    'Artifacts',
    {
      ...(ofType ? { type: 'String!' } : {}),
      filters: 'JSONString',
      order: 'String',
      kinds: '[ArtifactCollectionType!]',
      ...pageVariables,
    },
    ofType ? `artifactType(name: $type) { ${collections} }` : collections,
  )

export const artifactDocument: GraphqlDocument = inProject(
  'Artifact',
  { name: 'String!' },
  `artifactCollection(name: $name) { ${collection} }`,
)

export const artifactVersionsDocument = (isSupported: boolean): GraphqlDocument =>
  inProject(
    'ArtifactVersions',
    { name: 'String!', filters: 'JSONString', order: 'String', ...pageVariables },
    `artifactCollection(name: $name) { __typename name ${project} artifacts(filters: $filters, order: $order, ${page}) ` +
      `{ totalCount ${pageSelection(versionFields(isSupported), 'cursor version')} } }`,
  )

export const aliasesDocument: GraphqlDocument = inProject(
  'ArtifactAliases',
  { name: 'String!', ...pageVariables },
  `artifactCollection(name: $name) { aliases(${page}) { ${pageSelection('id alias')} } }`,
)

/** Selects an artifact version; by its path, with its membership in the collection of the path. */
export const versionDocument = (by: VersionIdentity, isSupported: boolean): GraphqlDocument =>
  by === 'id'
    ? inVersion('ArtifactVersion', 'id', {}, versionFields(isSupported))
    : inProject(
        'ArtifactVersion',
        { name: 'String!', alias: 'String!' },
        'artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { versionIndex aliases { alias } ' +
          `artifactCollection { name ${project} } artifact { ${versionFields(isSupported)} } } }`,
      )

export const manifestDocument = (by: VersionIdentity): GraphqlDocument =>
  inVersion('ArtifactManifest', by, {}, 'id currentManifest { file { directUrl } }')

export const membershipsDocument = (by: VersionIdentity): GraphqlDocument =>
  inVersion(
    'ArtifactMemberships',
    by,
    {},
    `artifactMemberships { ${pageSelection(selectionOf(ArtifactMembership), '')} }`,
  )

/** Selects a page of a version's files. */
export const artifactFilesDocument = (by: VersionIdentity, isSupported: boolean): GraphqlDocument =>
  inVersion(
    'ArtifactFiles',
    by,
    { names: '[String!]', ...pageVariables },
    `files(names: $names, ${page}) { ${isSupported ? optionalFields.FileConnection.join(' ') : ''} ` +
      `${pageSelection(selectionOf(ArtifactFile))} }`,
  )

/** Selects a page of the runs that used a version. */
export const usedByDocument = (by: VersionIdentity, run: string): GraphqlDocument =>
  inVersion('ArtifactUsedBy', by, pageVariables, `usedBy(${page}) { totalCount ${pageSelection(`${run} ${project}`)} }`)

/** Selects the run or the user that created a version. */
export const loggedByDocument = (by: VersionIdentity, run: string): GraphqlDocument =>
  inVersion(
    'ArtifactLoggedBy',
    by,
    {},
    `createdBy { __typename ... on Run { ${run} ${project} } ... on User { ${selectionOf(User)} } }`,
  )
