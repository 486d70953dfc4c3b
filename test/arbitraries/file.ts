import fc from 'fast-check'
import type { RunFile } from 'wandb-run-ops/types'
import { date } from './date.ts'
import { hostileString } from './json.ts'
import type { Model } from './model.ts'
import { storageId } from './user.ts'

const text = fc.option(hostileString, { nil: undefined })

/** Each field of a file. */
export const fileModel: Model<RunFile> = {
  id: storageId,
  name: fc.oneof(fc.constantFrom('model', 'best', 'output.log'), hostileString),
  size: fc.option(fc.nat(), { nil: undefined }),
  md5: text,
  mimetype: text,
  updatedAt: date,
  url: text,
  directUrl: text,
}

/** A file of a run. */
export const file: fc.Arbitrary<RunFile> = fc.record<RunFile>(fileModel, { noNullPrototype: true })
