import { type GraphqlDocument, graphqlDocument, pageSelection, pageVariables } from '../../client/graphql/document.ts'
import { inProject } from '../../client/graphql/inProject.ts'
import { selectionOf } from '../../client/graphql/selectionOf.ts'
import { Report } from '../../types/report/Report.ts'

const report = selectionOf(Report)

/** Selects a page of a project's reports. */
export const reportsDocument: GraphqlDocument = inProject(
  'Reports',
  { name: 'String', ...pageVariables },
  'allViews(viewType: "runs", viewName: $name, first: $first, after: $after) ' +
    `{ totalCount ${pageSelection(report)} }`,
)

/** Selects one report. */
export const reportDocument: GraphqlDocument = graphqlDocument(
  'Report',
  { id: 'ID!' },
  `view(id: $id, type: "runs") { ${report} }`,
)
