import * as t from 'io-ts'
import { StorageId } from '../wire/ids.ts'
import { Int64 } from '../wire/int64.ts'
import { AppUrl, field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'
import { SweepConfig } from './SweepConfig.ts'

/**
 * The state of a sweep: one of those that W&B documents, or any other string as the server sent it.
 *
 * @category Model
 * @since 0.1.0
 */
export type SweepState = 'PENDING' | 'RUNNING' | 'PAUSED' | 'CANCELED' | 'FINISHED' | (string & {})

/**
 * Decodes any string, unchanged.
 *
 * @category Codec
 * @since 0.1.0
 */
export const SweepState: t.Type<SweepState, string, unknown> = new t.Type(
  'SweepState',
  t.string.is,
  t.string.validate,
  t.identity,
)

/**
 * A search over hyperparameters, and the runs it started.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Sweep {
  /** The short id, as in the sweep's URL and in the `sweepName` of its runs. */
  readonly id: string
  /** The server's id. */
  readonly storageId: StorageId
  /** The entity that owns the project. */
  readonly entity: string
  /** The project that the sweep belongs to. */
  readonly project: string
  /** The display name, as set in the web app. */
  readonly displayName: string | undefined
  /** The search method: `grid`, `random`, `bayes`, … */
  readonly method: string | undefined
  /** The sweep's state. */
  readonly state: SweepState
  /** The description. */
  readonly description: string | undefined
  /** The whole configuration. */
  readonly config: SweepConfig
  /** The best value of the metric so far, as recorded by the server; `undefined` if it has none. */
  readonly bestLoss: number | undefined
  /** When it was created. */
  readonly createdAt: Date
  /** When it was last updated; `undefined` if the server does not report it. */
  readonly updatedAt: Date | undefined
  /** The number of runs. */
  readonly runCount: number | undefined
  /** The number of runs it will have when finished; `undefined` if unbounded, or if the server does not report it. */
  readonly expectedRunCount: number | undefined
  /** The base URL of the web app, without a trailing slash. */
  readonly appUrl: string
}

/**
 * Decodes a GraphQL `Sweep` node that includes its project as `project { entityName name }`, and whose config is an
 * object or JSON. Loaders add `appUrl`; the default is `https://wandb.ai`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Sweep: t.Type<Sweep, unknown> = record<Sweep>('Sweep', {
  id: field('name', t.string),
  storageId: field('id', StorageId),
  entity: field('project.entityName', t.string),
  project: field('project.name', t.string),
  displayName: field('displayName', nullable(t.string)),
  method: field('method', nullable(t.string)),
  state: field('state', SweepState),
  description: field('description', nullable(t.string)),
  config: field('config', SweepConfig),
  bestLoss: field('bestLoss', nullable(t.number)),
  createdAt: field('createdAt', UtcDate),
  updatedAt: field('updatedAt', nullable(UtcDate)),
  runCount: field('runCount', nullable(Int64)),
  expectedRunCount: field('runCountExpected', nullable(Int64)),
  appUrl: field('appUrl', AppUrl),
})
