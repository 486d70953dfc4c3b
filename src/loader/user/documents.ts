import { type GraphqlDocument, graphqlDocument, pageSelection, pageVariables } from '../../client/graphql/document.ts'
import { selectionOf } from '../../client/graphql/selectionOf.ts'
import { Entity } from '../../types/user/Entity.ts'
import { Team } from '../../types/user/Team.ts'
import { UserAccount } from '../../types/user/UserAccount.ts'

const account = selectionOf(UserAccount)

/** Selects the account of an API key. */
export const viewerDocument: GraphqlDocument = graphqlDocument('Viewer', {}, `viewer { ${account} }`)

/** Selects the account of a username. */
export const userDocument: GraphqlDocument = graphqlDocument(
  'User',
  { username: 'String' },
  `user(userName: $username) { ${account} }`,
)

/** Selects a page of the accounts that match a search. */
export const usersDocument: GraphqlDocument = graphqlDocument(
  'Users',
  { query: 'String', ...pageVariables },
  `users(query: $query, first: $first, after: $after) { ${pageSelection(account)} }`,
)

/** Selects an entity. */
export const entityDocument: GraphqlDocument = graphqlDocument(
  'Entity',
  { entity: 'String' },
  `entity(name: $entity) { ${selectionOf(Entity)} }`,
)

/** Selects an entity with its members and settings. */
export const teamDocument: GraphqlDocument = graphqlDocument(
  'Team',
  { entity: 'String' },
  `entity(name: $entity) { ${selectionOf(Team)} }`,
)
