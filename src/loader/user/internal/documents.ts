/** What a key may see of an account without being W&B's own program. */
const ACCOUNT =
  'id username name email entity admin accountType photoUrl createdAt deletedAt teams { edges { node { name } } }'

const ENTITY = 'id name isTeam'

/** The account behind an API key. */
export const viewerDocument: string = `query Viewer { viewer { ${ACCOUNT} } }`

/** The account of a user name. */
export const userDocument: string = `query User($username: String) { user(userName: $username) { ${ACCOUNT} } }`

/** A page of the accounts that a text finds. */
export const usersDocument: string =
  'query Users($query: String, $first: Int, $after: String) { users(query: $query, first: $first, after: $after) ' +
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${ACCOUNT} } } } }`

/** An entity. */
export const entityDocument: string = `query Entity($entity: String) { entity(name: $entity) { ${ENTITY} } }`

/** An entity with its members and settings. */
export const teamDocument: string =
  `query Team($entity: String) { entity(name: $entity) { ${ENTITY} createdAt photoUrl readOnly privateOnly ` +
  'defaultAccess codeSavingEnabled isPaid storageBytes ' +
  'members { id username name email admin pending role accountType photoUrl } } }'
