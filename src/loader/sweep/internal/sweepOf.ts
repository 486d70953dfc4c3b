import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { RunPlace } from '../../../types/runCodec.ts'
import type { Client } from '../../Client.ts'
import type { Data } from '../../internal/http/readReply.ts'
import { placeOf } from '../../internal/run/requestRuns.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { SweepPlace } from './resolveSweep.ts'

/** The sweep in a response with its project, or `NotFound` for the part of its path that does not exist. */
export const sweepOf = (
  client: Client,
  path: SweepPlace,
  data: Data,
): E.Either<LoadError, { readonly node: Data; readonly project: RunPlace }> => {
  const notFound = (what: 'project' | 'sweep', at: string): E.Either<LoadError, never> =>
    E.left(loadError({ _tag: 'NotFound', what, path: client.redact(at) }))
  const project = data['project']
  if (!isObject(project)) return notFound('project', `${path.entity}/${path.project}`)
  const node = project['sweep']
  return isObject(node)
    ? E.right({ node, project: placeOf(client, path, project) })
    : notFound('sweep', `${path.entity}/${path.project}/${path.id}`)
}

/** The agent in a response, or `NotFound`. */
export const agentOf = (
  client: Client,
  path: SweepPlace,
  agent: string,
  data: Data,
): E.Either<LoadError, { readonly node: Data; readonly project: RunPlace }> =>
  E.chain(({ node, project }: { readonly node: Data; readonly project: RunPlace }) => {
    const found = node['agent']
    const at = `${path.entity}/${path.project}/${path.id}/${agent}`
    return isObject(found)
      ? E.right({ node: found, project })
      : E.left(loadError({ _tag: 'NotFound', what: 'agent', path: client.redact(at) }))
  })(sweepOf(client, path, data))
