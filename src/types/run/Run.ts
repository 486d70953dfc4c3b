import type * as t from 'io-ts'
import type { ConfigDict } from './ConfigDict.ts'
import { type DefaultField, defaultFields, type RunWith } from './RunHeavy.ts'
import { runCodec } from './runCodec.ts'
import type { SummaryDict } from './SummaryDict.ts'

/**
 * A run as loaded by default: the light fields, `config`, `summary` and `systemMetrics`.
 *
 * @typeParam C - The type of `config`, if a codec decodes it.
 * @typeParam S - The type of `summary`, if a codec decodes it.
 * @category Model
 * @since 0.1.0
 */
export type Run<C = ConfigDict, S = SummaryDict> = RunWith<DefaultField, C, S>

/**
 * Decodes a GraphQL `Run` node that includes its project, and encodes it again.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import { Run } from 'wandb-run-ops/types'
 *
 * const node = {
 *   id: 'UnVuOjE=',
 *   name: 'a1b2c3d4',
 *   project: { entityName: 'team', name: 'vision' },
 *   createdAt: '2026-11-21T10:00:00',
 *   config: '{"lr": {"value": 0.1}}',
 * }
 *
 * pipe(Run.decode(node), E.map((run) => run.config)) // => { _tag: 'Right', right: { lr: 0.1 } }
 * ```
 * @category Codec
 * @since 0.1.0
 */
export const Run: t.Type<Run, unknown> = runCodec(defaultFields)
