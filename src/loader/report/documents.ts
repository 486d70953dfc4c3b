/** The fields to select of a report. */
const REPORT =
  'id name displayName description createdAt updatedAt entityName projectName user { id username name } spec'

/** Selects a page of a project's reports. */
export const reportsDocument: string =
  'query Reports($entity: String!, $project: String!, $name: String, $first: Int, $after: String) ' +
  '{ project(name: $project, entityName: $entity) ' +
  '{ allViews(viewType: "runs", viewName: $name, first: $first, after: $after) ' +
  `{ totalCount pageInfo { endCursor hasNextPage } edges { cursor node { ${REPORT} } } } } }`

/** Selects one report. */
export const reportDocument: string = `query Report($id: ID!) { view(id: $id, type: "runs") { ${REPORT} } }`
