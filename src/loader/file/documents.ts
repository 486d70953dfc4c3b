import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { isObject } from '../../types/wire/own.ts'
import { fileSelection } from '../request/selection.ts'

const inRun = (selection: string): string =>
  `{ project(name: $project, entityName: $entity) { run(name: $id) { ${selection} } } }`

const page = 'pageInfo { endCursor hasNextPage }'

const line = 'number timestamp level label line'

/** How the files to list are selected. */
export type FileSelector = 'all' | 'names' | 'pattern'

const parameters: { readonly [A in FileSelector]: string } = {
  all: '',
  names: ', $names: [String]',
  pattern: ', $pattern: String',
}

const filter: { readonly [A in FileSelector]: string } = {
  all: '',
  names: ', names: $names',
  pattern: ', pattern: $pattern',
}

/** Selects a page of a run's files. The count includes all files, so it is selected only without a filter. */
export const filesDocument = (among: FileSelector): string =>
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

/** The run in a response, or `NotFound` for the part of its path that does not exist. */
export const findRun = (
  client: Client,
  path: { readonly entity: string; readonly project: string; readonly id: string },
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> => {
  const notFound = (what: 'project' | 'run', at: string): E.Either<LoadError, never> =>
    E.left(loadError({ _tag: 'NotFound', what, path: client.redact(at) }))
  const project = data['project']
  if (!isObject(project)) return notFound('project', `${path.entity}/${path.project}`)
  const run = project['run']
  return isObject(run) ? E.right(run) : notFound('run', `${path.entity}/${path.project}/${path.id}`)
}
