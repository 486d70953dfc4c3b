import * as t from 'io-ts'
import { appUrl } from './codec/appUrl.ts'
import { Int64 } from './codec/Int64.ts'
import { isObject } from './codec/isObject.ts'
import { nullable } from './codec/nullable.ts'
import { own } from './codec/own.ts'
import { field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'
import { SweepConfig } from './SweepConfig.ts'
import { SweepState } from './SweepState.ts'

/**
 * A search over hyperparameters, and the runs that it started.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Sweep {
  /** The short id, as in the sweep's URL and in the `sweepName` of its runs. */
  readonly id: string
  /** The server's own id. */
  readonly storageId: StorageId
  /** The entity that owns the project. */
  readonly entity: string
  /** The project that the sweep belongs to. */
  readonly project: string
  /** The name that somebody gave it in the web app. */
  readonly displayName: string | undefined
  /** How it picks values: `grid`, `random`, `bayes`, … */
  readonly method: string | undefined
  /** What the sweep is doing. */
  readonly state: SweepState
  /** What its owner wrote about it. */
  readonly description: string | undefined
  /** The whole configuration. */
  readonly config: SweepConfig
  /** The best value of the metric so far, as the server keeps it; `undefined` where it keeps none. */
  readonly bestLoss: number | undefined
  /** When it was created. */
  readonly createdAt: Date
  /** When it last changed; `undefined` where the server does not tell. */
  readonly updatedAt: Date | undefined
  /** How many runs it has. */
  readonly runCount: number | undefined
  /** How many runs it will have; `undefined` where there is no end, or the server does not tell. */
  readonly expectedRunCount: number | undefined
  /** The address of the web app that shows the sweep, without a slash at the end. */
  readonly appUrl: string
}

const flat = record<Sweep>('Sweep', {
  id: field('name', t.string),
  storageId: field('id', StorageId),
  entity: field('entityName', t.string),
  project: field('projectName', t.string),
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
  appUrl: field('appUrl', appUrl),
})

/**
 * Reads a `Sweep` node of the wire that says its project as `project { entityName name }`, and whose config is an object
 * or JSON. A loader adds `appUrl`; without it, it is W&B's own.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Sweep: t.Type<Sweep, unknown> = new t.Type<Sweep, unknown>(
  'Sweep',
  flat.is,
  (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const project = own(u, 'project')
    const place = isObject(project)
      ? { entityName: own(project, 'entityName'), projectName: own(project, 'name') }
      : { entityName: undefined, projectName: undefined }
    return flat.validate({ ...u, ...place }, context)
  },
  (sweep) => {
    const { entityName, projectName, ...node } = flat.encode(sweep) as Readonly<Record<string, unknown>>
    return { ...node, project: { entityName, name: projectName } }
  },
)
