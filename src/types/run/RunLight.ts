import * as t from 'io-ts'
import { userOrUnknown } from '../user/User.ts'
import { frozenArray } from '../wire/connection.ts'
import { RunId, StorageId } from '../wire/ids.ts'
import { Int64 } from '../wire/int64.ts'
import { type AnyFields, field, nullable } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'
import { type RunFieldKinds, type RunFieldValues, runFieldRows } from './fields.ts'
import { RunState } from './RunState.ts'

/**
 * W&B's own entries in a run's config and summary, separate from the user's.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunInternal {
  /** `_wandb` and `wandb_version` of the config; empty if there are none or the config was not loaded. */
  readonly config: Readonly<Record<string, unknown>>
  /** `_wandb` of the summary; empty if there is none or the summary was not loaded. */
  readonly summary: Readonly<Record<string, unknown>>
}

/**
 * The fields that every run record has, whatever was loaded.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunLight extends RunFieldValues {
  /** W&B's own entries in config and summary. */
  readonly internal: RunInternal
}

const codecs: { readonly [K in keyof RunFieldKinds]: t.Type<RunFieldKinds[K], unknown> } = {
  count: Int64,
  flag: t.boolean,
  runId: RunId,
  state: RunState,
  storageId: StorageId,
  text: t.string,
  texts: frozenArray(t.string),
  time: UtcDate,
  user: userOrUnknown,
}

/**
 * The light fields that are part of a run's GraphQL node; the others are known from the request.
 *
 * @internal
 */
export const runNodeFields: AnyFields = Object.fromEntries(
  Object.entries(runFieldRows).flatMap(([name, { kind, required, fromRequest, wire = name }]) => {
    const codec: t.Mixed = codecs[kind]
    return fromRequest ? [] : [[name, field<unknown>(wire, required ? codec : nullable(codec))]]
  }),
)
