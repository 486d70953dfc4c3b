import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { Client } from '../../Client.ts'
import type { Data } from '../../internal/http/readReply.ts'
import { type RequestOptions, request } from '../../internal/http/request.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** The complete path of a run. */
export interface RunAddress {
  readonly entity: string
  readonly project: string
  readonly id: string
}

export interface RunQuestion {
  readonly operationName: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

/** Sends a query of one run and returns the run's node, or `NotFound`. */
export const askRun = async (
  client: Client,
  { entity, project, id }: RunAddress,
  make: () => RunQuestion,
  options: RequestOptions,
): Promise<E.Either<LoadError, Data>> => {
  const whole = () => {
    const { operationName, query, variables } = make()
    return { operationName, query, variables: { entity, project, id, ...variables } }
  }
  const data = await request(client, whole, options)
  if (E.isLeft(data)) return data
  const parent = data.right['project']
  const notFound = (what: 'project' | 'run', path: string): E.Either<LoadError, never> =>
    E.left(loadError({ _tag: 'NotFound', what, path: client.redact(path) }))
  if (!isObject(parent)) return notFound('project', `${entity}/${project}`)
  const run = parent['run']
  return isObject(run) ? E.right(run) : notFound('run', `${entity}/${project}/${id}`)
}
