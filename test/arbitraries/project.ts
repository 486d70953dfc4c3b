import fc from 'fast-check'
import type { ProjectOverview } from 'wandb-run-ops/types'
import { date } from './date.ts'
import { hostileString } from './json.ts'
import type { Model } from './model.ts'
import { storageId, user } from './user.ts'

const text = fc.option(hostileString, { nil: undefined })
const moment = fc.option(date, { nil: undefined })
const flag = fc.option(fc.boolean(), { nil: undefined })
const count = fc.option(fc.nat(), { nil: undefined })

/** Each field of a project, its counts and tags included. */
export const projectModel: Model<ProjectOverview> = {
  id: storageId,
  entity: hostileString,
  name: hostileString,
  description: text,
  access: text,
  createdAt: moment,
  updatedAt: moment,
  lastActiveAt: moment,
  isBenchmark: flag,
  readOnly: flag,
  user,
  appUrl: fc.constant('https://wandb.ai'),
  runCount: count,
  sweepCount: count,
  tags: fc.array(hostileString, { maxLength: 3 }),
}

/** A project. */
export const project: fc.Arbitrary<ProjectOverview> = fc.record<ProjectOverview>(projectModel, {
  noNullPrototype: true,
})
