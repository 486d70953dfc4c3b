import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { RunPlace } from '../../../types/runCodec.ts'
import type { Client } from '../../Client.ts'
import type { Data } from '../../internal/http/readReply.ts'
import { placeOf } from '../../internal/run/requestRuns.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { SweepPlace } from './resolveSweep.ts'

/** The node of the one sweep that was asked for, and where it stands; or which part of its path does not exist. */
export const sweepOf = (
  client: Client,
  path: SweepPlace,
  data: Data,
): E.Either<LoadError, { readonly node: Data; readonly place: RunPlace }> => {
  const notFound = (what: 'project' | 'sweep', at: string): E.Either<LoadError, never> =>
    E.left(loadError({ _tag: 'NotFound', what, path: client.redact(at) }))
  const project = data['project']
  if (!isObject(project)) return notFound('project', `${path.entity}/${path.project}`)
  const node = project['sweep']
  return isObject(node)
    ? E.right({ node, place: placeOf(client, path, project) })
    : notFound('sweep', `${path.entity}/${path.project}/${path.id}`)
}

/** The node of an agent of that sweep, or that there is none. */
export const agentOf = (
  client: Client,
  path: SweepPlace,
  agent: string,
  data: Data,
): E.Either<LoadError, { readonly node: Data; readonly place: RunPlace }> =>
  E.chain(({ node, place }: { readonly node: Data; readonly place: RunPlace }) => {
    const found = node['agent']
    const at = `${path.entity}/${path.project}/${path.id}/${agent}`
    return isObject(found)
      ? E.right({ node: found, place })
      : E.left(loadError({ _tag: 'NotFound', what: 'agent', path: client.redact(at) }))
  })(sweepOf(client, path, data))
