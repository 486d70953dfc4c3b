import fc from 'fast-check'
import type { Sweep, SweepConfig } from 'wandb-run-ops/types'
import { date } from './date.ts'
import { anyNumber, dict, hostileString } from './json.ts'
import type { Model } from './model.ts'
import { storageId } from './user.ts'

const text = fc.option(hostileString, { nil: undefined })
const count = fc.option(fc.nat(), { nil: undefined })

const metric = fc.record(
  { name: fc.oneof(fc.constantFrom('loss', ''), hostileString), goal: fc.constantFrom('minimize', 'maximize', 'x') },
  { requiredKeys: [], noNullPrototype: true },
)

/** Some configs hold what W&B knows of, of a fitting type and of others. */
const config: fc.Arbitrary<SweepConfig> = fc.oneof(
  dict,
  fc.record(
    { name: fc.oneof(hostileString, anyNumber), metric: fc.oneof(metric, hostileString, fc.constant(null)) },
    { requiredKeys: [], noNullPrototype: true },
  ),
)

/** Each field of a sweep. */
export const sweepModel: Model<Sweep> = {
  id: hostileString,
  storageId,
  entity: hostileString,
  project: hostileString,
  displayName: text,
  method: text,
  state: fc.constantFrom('PENDING', 'RUNNING', 'PAUSED', 'CANCELED', 'FINISHED', 'other'),
  description: text,
  config,
  bestLoss: fc.option(anyNumber, { nil: undefined }),
  createdAt: date,
  updatedAt: fc.option(date, { nil: undefined }),
  runCount: count,
  expectedRunCount: count,
  appUrl: fc.constant('https://wandb.ai'),
}

/** A sweep. */
export const sweep: fc.Arbitrary<Sweep> = fc.record<Sweep>(sweepModel, { noNullPrototype: true })
