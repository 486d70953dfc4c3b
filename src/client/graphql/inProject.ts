import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../types/wire/own.ts'
import type { Client } from '../Client.ts'
import { type Missing, malformedResponse, notFound } from '../errors.ts'
import type { LoadError } from '../LoadError.ts'
import type { GraphqlData } from '../readReply.ts'
import { type GraphqlDocument, graphqlDocument, type VariableTypes } from './document.ts'

/** The complete path of a project. Its parts are variables of every document in a project. */
export interface ResolvedProjectPath {
  readonly entity: string
  readonly project: string
}

/** The complete path of a run. Its parts are variables of every document in a run. */
export interface ResolvedRunPath extends ResolvedProjectPath {
  readonly id: string
}

/** Builds a query of a project. The variables `entity` and `project` are declared. */
export const inProject = (name: string, variables: VariableTypes, selection: string): GraphqlDocument =>
  graphqlDocument(
    name,
    { entity: 'String!', project: 'String!', ...variables },
    `project(name: $project, entityName: $entity) { name entityName ${selection} }`,
  )

/** Builds a query of a run. The variables `entity`, `project` and `id` are declared. */
export const inRun = (name: string, variables: VariableTypes, selection: string): GraphqlDocument =>
  inProject(name, { id: 'String!', ...variables }, `run(name: $id) { ${selection} }`)

/** The node in a response at a path of names, or `NotFound` if there is none. */
export const findNode = (
  client: Client,
  what: Missing,
  path: ReadonlyArray<string>,
  u: unknown,
): E.Either<LoadError, GraphqlData> => {
  if (isObject(u)) return E.right(u)
  return E.left(
    u === null || u === undefined
      ? notFound(client, what, path.join('/'))
      : malformedResponse(`the ${what} is not an object`),
  )
}

/** The project in the response to a query of a project, or `NotFound`. */
export const findProject = (
  client: Client,
  { entity, project }: ResolvedProjectPath,
  data: GraphqlData,
): E.Either<LoadError, GraphqlData> => findNode(client, 'project', [entity, project], data['project'])

/** The run in the response to a query of a run, or `NotFound` for the part of its path that does not exist. */
export const findRun = (client: Client, path: ResolvedRunPath, data: GraphqlData): E.Either<LoadError, GraphqlData> => {
  const project = findProject(client, path, data)
  return E.isLeft(project)
    ? project
    : findNode(client, 'run', [path.entity, path.project, path.id], project.right['run'])
}
