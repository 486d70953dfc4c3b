import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import { own } from '../../../types/codec/own.ts'
import type { DecodeFailure, WirePlace } from '../../../types/DecodeFailure.ts'
import { decodeRun } from '../../../types/decodeRun.ts'
import { defaultFields } from '../../../types/RunHeavy.ts'
import type { RunWith } from '../../../types/RunWith.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { LineageField } from '../lineage.ts'

const loadable: ReadonlyArray<LineageField> = ['config', 'summary', 'systemMetrics', 'historyKeys']

/** Validates the heavy fields of a query; returns them without duplicates. */
export const lineageFields = (
  fields: ReadonlyArray<LineageField> = defaultFields,
): E.Either<LoadError, ReadonlyArray<LineageField>> =>
  Array.isArray(fields) && fields.every((field) => loadable.includes(field))
    ? E.right([...new Set(fields)])
    : E.left(loadError({ _tag: 'InvalidQuery', field: 'fields', reason: `must be an array of ${loadable.join(', ')}` }))

/** Decodes runs of any project; each node has its own project. */
export const readLineageRun =
  <F extends LineageField>(client: Client, fields: ReadonlyArray<F>) =>
  (node: unknown, at?: WirePlace): E.Either<DecodeFailure, RunWith<F>> => {
    const project = isObject(node) ? own(node, 'project') : undefined
    const entity = isObject(project) ? own(project, 'entityName') : undefined
    const name = isObject(project) ? own(project, 'name') : undefined
    const runProject =
      typeof entity === 'string' && typeof name === 'string'
        ? { entity, project: name, appUrl: client.appUrl }
        : undefined
    return decodeRun(fields, runProject)(node, at)
  }
