import fc from 'fast-check'
import type { Operation } from 'wandb-run-ops/ops'
import { artifactVersionModel } from '../arbitraries/artifactVersion.ts'
import { date } from '../arbitraries/date.ts'
import { hostileString } from '../arbitraries/json.ts'
import { type Model, pick } from '../arbitraries/model.ts'
import { runModel } from '../arbitraries/run.ts'
import { userModel } from '../arbitraries/user.ts'

const models: { readonly [R in Operation['receiver']]: Model<object> } = {
  artifactVersion: artifactVersionModel,
  run: runModel,
  user: userModel,
}

const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  date,
  path: fc.array(fc.oneof(fc.constantFrom<string | number>('loss', 'runtime', 0, -1), hostileString), { maxLength: 3 }),
  string: fc.oneof(fc.constantFrom('model:latest', 'model:v1', 'model', 'best'), hostileString),
}

/** Arguments beside the receiver, by the types that the registry tells. */
export const otherArguments = (operation: Operation): fc.Arbitrary<ReadonlyArray<unknown>> =>
  fc.tuple(
    ...operation.parameters.slice(1).map(({ type }) => {
      const arbitrary = values[type]
      if (arbitrary === undefined) throw new Error(`no arbitrary for arguments of type ${type}`)
      return arbitrary
    }),
  )

/** Records that have only what the registry says an operation needs. */
export const neededRecord = (operation: Operation): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  pick(models[operation.receiver], operation.needs)

/** Calls an operation by its registry entry. */
export const call = (operation: Operation, record: unknown, others: ReadonlyArray<unknown>): unknown =>
  (operation.call as (...all: ReadonlyArray<unknown>) => unknown)(record, ...others)
