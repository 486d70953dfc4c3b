import { fileSelection } from '../../internal/run/selection.ts'

const inRun = (selection: string): string =>
  `{ project(name: $project, entityName: $entity) { run(name: $id) { ${selection} } } }`

const page = 'pageInfo { endCursor hasNextPage }'

const line = 'number timestamp level label line'

/** Which files of a run to list. */
export type Among = 'all' | 'names' | 'pattern'

const parameters: { readonly [A in Among]: string } = {
  all: '',
  names: ', $names: [String]',
  pattern: ', $pattern: String',
}

const filter: { readonly [A in Among]: string } = { all: '', names: ', names: $names', pattern: ', pattern: $pattern' }

/** A page of a run's files; their number counts all of them, whatever is listed. */
export const filesDocument = (among: Among): string =>
  'query RunFiles($entity: String!, $project: String!, $id: String!, $first: Int, $after: String' +
  `${parameters[among]}) ` +
  inRun(
    `${among === 'all' ? 'fileCount ' : ''}files(first: $first, after: $after${filter[among]}) ` +
      `{ ${page} edges { cursor node { ${fileSelection} } } }`,
  )

/** A page of what a run wrote, from the first line on. */
export const consolePageDocument: string =
  'query RunConsoleLogPage($entity: String!, $project: String!, $id: String!, $first: Int, $after: String) ' +
  inRun(
    'logLineCount logLines(first: $first, after: $after, useImprovedPagination: true) ' +
      `{ ${page} edges { cursor node { ${line} } } }`,
  )

/** The last lines that a run wrote. */
export const consoleTailDocument: string =
  'query RunConsoleLogTail($entity: String!, $project: String!, $id: String!, $last: Int) ' +
  inRun(`logLineCount logLines(last: $last) { edges { node { ${line} } } }`)
