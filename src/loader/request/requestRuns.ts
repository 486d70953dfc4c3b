import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import { findProject, type ResolvedProjectPath } from '../../client/graphql/inProject.ts'
import { type ListDocument, pageRequester, type RawPage, type RequestPage } from '../../client/graphql/requestPage.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import type { RunProject } from '../../types/run/runCodec.ts'
import { isObject } from '../../types/wire/own.ts'

/** The project with the server's spelling of its names. */
export const toRunProject = (client: Client, path: ResolvedProjectPath, project: GraphqlData): RunProject => ({
  entity: typeof project['entityName'] === 'string' ? project['entityName'] : path.entity,
  project: typeof project['name'] === 'string' ? project['name'] : path.project,
  appUrl: client.appUrl,
})

/** A page of runs as received. */
export interface RawRunsPage extends RawPage {
  readonly project: RunProject
}

/** Some runs of a project, in an order. */
export interface RunsScope {
  readonly path: ResolvedProjectPath
  readonly filters: string
  readonly order: string
}

/** Requests pages of a project's runs. The first page has to report the number of runs. */
export const runsRequester = (
  client: Client,
  { path, filters, order }: RunsScope,
  { document, variables, pageSizes }: Pick<ListDocument, 'document' | 'variables' | 'pageSizes'>,
): RequestPage<RawRunsPage> => {
  let runProject: RunProject = { ...path, appUrl: client.appUrl }
  const request = pageRequester(client, {
    document,
    variables: { ...path, filters, order, ...variables },
    pageSizes,
    connection: (data) => {
      const project = findProject(client, path, data)
      if (E.isLeft(project)) return project
      runProject = toRunProject(client, path, project.right)
      const { runs } = project.right
      return isObject(runs) ? E.right(runs) : E.left(malformedResponse('missing list of runs'))
    },
    total: (data) => (isObject(data['project']) ? data['project']['runCount'] : undefined),
  })
  return async (ask, signal) => {
    const page = await request(ask, signal)
    if (E.isLeft(page)) return page
    return ask.isFirst && page.right.totalCount === undefined
      ? E.left(malformedResponse('missing run count'))
      : E.right({ ...page.right, project: runProject })
  }
}
