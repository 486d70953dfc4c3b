import { type GraphqlDocument, graphqlDocument, pageSelection, pageVariables } from '../../client/graphql/document.ts'
import { inProject } from '../../client/graphql/inProject.ts'

/** The fields to select of a report. */
const REPORT =
  'id name displayName description createdAt updatedAt entityName projectName user { id username name } spec'

/** Selects a page of a project's reports. */
export const reportsDocument: GraphqlDocument = inProject(
  'Reports',
  { name: 'String', ...pageVariables },
  'allViews(viewType: "runs", viewName: $name, first: $first, after: $after) ' +
    `{ totalCount ${pageSelection(REPORT)} }`,
)

/** Selects one report. */
export const reportDocument: GraphqlDocument = graphqlDocument(
  'Report',
  { id: 'ID!' },
  `view(id: $id, type: "runs") { ${REPORT} }`,
)
