/** What a project is, without what the server would have to count. */
const PROJECT =
  'id name entityName description access createdAt updatedAt lastActive isBenchmark readOnly user { id username name }'

/** A page of an entity's projects. */
export const projectsDocument: string =
  'query Projects($entity: String, $first: Int, $after: String) { models(entityName: $entity, first: $first, after: $after) ' +
  `{ pageInfo { endCursor hasNextPage } edges { cursor node { ${PROJECT} } } } }`

/** One project with its counts and tags. */
export const projectDocument: string =
  'query Project($entity: String!, $project: String!) { project(name: $project, entityName: $entity) ' +
  `{ ${PROJECT} runCount totalSweeps tags { name } } }`

/** A page of the keys that a project's runs have. */
export const projectFieldsDocument: string =
  'query ProjectFields($entity: String!, $project: String!, $first: Int, $after: String) ' +
  '{ project(name: $project, entityName: $entity) { fields(first: $first, after: $after) ' +
  '{ pageInfo { endCursor hasNextPage } edges { cursor node { path type } } } } }'

/** The tags of a project's runs, each with its number. */
export const tagCountsDocument: string =
  'query TagCounts($entity: String!, $project: String!, $filters: JSONString) ' +
  '{ project(name: $project, entityName: $entity) { tagCounts(filters: $filters) { name count } } }'

/** How many runs there are for each of several filters; those of filter `i` are called `ci` in the answer. */
export const runCountsDocument = (filters: number): string => {
  const indexes = Array.from({ length: filters }, (_, i) => i)
  return (
    `query RunCounts($entity: String!, $project: String!${indexes.map((i) => `, $f${i}: JSONString`).join('')}) ` +
    `{ project(name: $project, entityName: $entity) { ${indexes.map((i) => `c${i}: runCount(filters: $f${i})`).join(' ')} } }`
  )
}
