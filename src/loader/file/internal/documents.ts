import { fileSelection } from '../../internal/run/selection.ts'

const inRun = (selection: string): string =>
  `{ project(name: $project, entityName: $entity) { run(name: $id) { ${selection} } } }`

const page = 'pageInfo { endCursor hasNextPage }'

const line = 'number timestamp level label line'

/** How the files to list are selected. */
export type Among = 'all' | 'names' | 'pattern'

const parameters: { readonly [A in Among]: string } = {
  all: '',
  names: ', $names: [String]',
  pattern: ', $pattern: String',
}

const filter: { readonly [A in Among]: string } = { all: '', names: ', names: $names', pattern: ', pattern: $pattern' }

/** Selects a page of a run's files. The count includes all files, so it is selected only without a filter. */
export const filesDocument = (among: Among): string =>
  'query RunFiles($entity: String!, $project: String!, $id: String!, $first: Int, $after: String' +
  `${parameters[among]}) ` +
  inRun(
    `${among === 'all' ? 'fileCount ' : ''}files(first: $first, after: $after${filter[among]}) ` +
      `{ ${page} edges { cursor node { ${fileSelection} } } }`,
  )

/** Selects a page of console lines, from the first line on. */
export const consolePageDocument: string =
  'query RunConsoleLogPage($entity: String!, $project: String!, $id: String!, $first: Int, $after: String) ' +
  inRun(
    'logLineCount logLines(first: $first, after: $after, useImprovedPagination: true) ' +
      `{ ${page} edges { cursor node { ${line} } } }`,
  )

/** Selects the last console lines. */
export const consoleTailDocument: string =
  'query RunConsoleLogTail($entity: String!, $project: String!, $id: String!, $last: Int) ' +
  inRun(`logLineCount logLines(last: $last) { edges { node { ${line} } } }`)
