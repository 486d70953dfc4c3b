import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { heavyWireNames } from '../../types/run/fields.ts'
import type { DefaultField } from '../../types/run/RunHeavy.ts'
import { fastReadLight, runNodeFields } from '../../types/run/RunLight.ts'
import type { RunProject } from '../../types/run/runCodec.ts'
import { SystemMetrics } from '../../types/run/SummaryDict.ts'
import { type DecodeFailure, type NodePosition, toDecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { RawJsonObject } from '../../types/wire/json.ts'
import { emptyObject, getOwn, isObject, type UnknownRecord } from '../../types/wire/own.ts'
import { readFields, validateField } from '../../types/wire/record.ts'
import type { TableSelection } from './tableSelection.ts'

/** What was read of a node: its light fields, and its dicts as they were sent. It is valid until the next node is read. */
export interface NodeValues extends Readonly<Record<DefaultField, UnknownRecord>> {
  readonly light: UnknownRecord
}

const Run = new t.Type<UnknownRecord, unknown>(
  'Run',
  isObject,
  (u, context) => (isObject(u) ? t.success(u) : t.failure(u, context)),
  t.identity,
)

/** Only what columns read is taken apart and frozen, but for system metrics, which are small. */
const codecs = { config: RawJsonObject, summary: RawJsonObject, systemMetrics: SystemMetrics } as const

/** Reads what a table needs of nodes. One that cannot be read is a failure, as it is when it is decoded as a record. */
export const nodeReader = ({ reads, dicts }: TableSelection) => {
  const values: { light: UnknownRecord } & Record<DefaultField, UnknownRecord> = {
    light: emptyObject,
    config: emptyObject,
    summary: emptyObject,
    systemMetrics: emptyObject,
  }
  const errorsOf = (u: unknown, { entity, project }: RunProject): t.Errors => {
    const context: t.Context = [{ key: '', type: Run, actual: u }]
    const node = Run.validate(u, context)
    if (E.isLeft(node)) return node.left
    const light: Record<string, unknown> = {}
    const isFast = reads === runNodeFields && fastReadLight(node.right, light)
    const errors = isFast ? [] : readFields(reads, node.right, context, light)
    if (errors.length > 0) return errors
    light['entity'] = entity
    light['project'] = project
    values.light = light
    for (const dict of dicts) {
      const read = validateField<UnknownRecord>(codecs[dict], getOwn(node.right, heavyWireNames[dict]), context, dict)
      if (E.isLeft(read)) return read.left
      values[dict] = read.right
    }
    return []
  }
  return (node: unknown, project: RunProject, at: NodePosition): E.Either<DecodeFailure, NodeValues> => {
    const errors = errorsOf(node, project)
    return errors.length === 0
      ? E.right(values)
      : E.left(toDecodeFailure(errors, isObject(node) ? getOwn(node, 'name') : undefined, at))
  }
}
