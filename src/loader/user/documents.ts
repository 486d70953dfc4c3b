import { type GraphqlDocument, graphqlDocument, pageSelection, pageVariables } from '../../client/graphql/document.ts'

/** The fields to select of an account, without those that only W&B's own apps may read. */
const ACCOUNT =
  'id username name email entity admin accountType photoUrl createdAt deletedAt teams { edges { node { name } } }'

const ENTITY = 'id name isTeam'

/** Selects the account of an API key. */
export const viewerDocument: GraphqlDocument = graphqlDocument('Viewer', {}, `viewer { ${ACCOUNT} }`)

/** Selects the account of a username. */
export const userDocument: GraphqlDocument = graphqlDocument(
  'User',
  { username: 'String' },
  `user(userName: $username) { ${ACCOUNT} }`,
)

/** Selects a page of the accounts that match a search. */
export const usersDocument: GraphqlDocument = graphqlDocument(
  'Users',
  { query: 'String', ...pageVariables },
  `users(query: $query, first: $first, after: $after) { ${pageSelection(ACCOUNT)} }`,
)

/** Selects an entity. */
export const entityDocument: GraphqlDocument = graphqlDocument(
  'Entity',
  { entity: 'String' },
  `entity(name: $entity) { ${ENTITY} }`,
)

/** Selects an entity with its members and settings. */
export const teamDocument: GraphqlDocument = graphqlDocument(
  'Team',
  { entity: 'String' },
  `entity(name: $entity) { ${ENTITY} createdAt photoUrl readOnly privateOnly defaultAccess codeSavingEnabled isPaid ` +
    'storageBytes members { id username name email admin pending role accountType photoUrl } }',
)
