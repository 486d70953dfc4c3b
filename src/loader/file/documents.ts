import { type GraphqlDocument, pageSelection, pageVariables } from '../../client/graphql/document.ts'
import { inRun } from '../../client/graphql/inProject.ts'
import { selectionOf } from '../../client/graphql/selectionOf.ts'
import { ConsoleLine } from '../../types/file/ConsoleLine.ts'
import { fileSelection } from '../request/selection.ts'

/** How the files to list are selected. */
export type FileSelector = 'all' | 'names' | 'pattern'

const page = 'first: $first, after: $after'

/** Selects a page of a run's files. The count includes all files, so it is selected only without a filter. */
export const filesDocument: { readonly [A in FileSelector]: GraphqlDocument } = {
  all: inRun('RunFiles', pageVariables, `fileCount files(${page}) { ${pageSelection(fileSelection)} }`),
  names: inRun(
    'RunFiles',
    { ...pageVariables, names: '[String]' },
    `files(${page}, names: $names) { ${pageSelection(fileSelection)} }`,
  ),
  pattern: inRun(
    'RunFiles',
    { ...pageVariables, pattern: 'String' },
    `files(${page}, pattern: $pattern) { ${pageSelection(fileSelection)} }`,
  ),
}

const line = selectionOf(ConsoleLine)

/** Selects a page of console lines, from the first line on. */
export const consolePageDocument: GraphqlDocument = inRun(
  'RunConsoleLogPage',
  pageVariables,
  `logLineCount logLines(${page}, useImprovedPagination: true) { ${pageSelection(line)} }`,
)

/** Selects the last console lines. */
export const consoleTailDocument: GraphqlDocument = inRun(
  'RunConsoleLogTail',
  { last: 'Int' },
  `logLineCount logLines(last: $last) { edges { node { ${line} } } }`,
)
