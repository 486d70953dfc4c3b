import fc from 'fast-check'
import type { Operation } from 'wandb-run-ops/ops'
import { artifactModel, artifactTypeModel } from '../arbitraries/artifact.ts'
import { artifactVersionModel } from '../arbitraries/artifactVersion.ts'
import { date } from '../arbitraries/date.ts'
import { entityModel } from '../arbitraries/entity.ts'
import { fileModel } from '../arbitraries/file.ts'
import { history } from '../arbitraries/history.ts'
import { hostileString } from '../arbitraries/json.ts'
import { type Model, pick } from '../arbitraries/model.ts'
import { projectModel } from '../arbitraries/project.ts'
import { reportModel, section } from '../arbitraries/report.ts'
import { runModel } from '../arbitraries/run.ts'
import { sweepModel } from '../arbitraries/sweep.ts'
import { accountModel } from '../arbitraries/user.ts'

const models: { readonly [R in Exclude<Operation['receiver'], 'history'>]: Model<object> } = {
  artifact: artifactModel,
  artifactType: artifactTypeModel,
  artifactVersion: artifactVersionModel,
  entity: entityModel,
  file: fileModel,
  project: projectModel,
  report: reportModel,
  run: runModel,
  sweep: sweepModel,
  user: accountModel,
}

const step = fc.constantFrom(-1, 0, 1, 2.5, 3, Number.NaN, Number.POSITIVE_INFINITY)

const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  date,
  number: step,
  path: fc.array(fc.oneof(fc.constantFrom<string | number>('loss', 'runtime', 0, -1), hostileString), { maxLength: 3 }),
  string: fc.oneof(fc.constantFrom('model:latest', 'model:v1', 'model', 'best', 'loss', 'note'), hostileString),
}

/** Arguments that are dicts, by their names. */
const dicts: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  range: fc.record({ minStep: step, maxStep: step }, { requiredKeys: [], noNullPrototype: true }),
  section,
}

/** Arguments besides the receiver, by their types in the registry. */
export const otherArguments = (operation: Operation): fc.Arbitrary<ReadonlyArray<unknown>> =>
  fc.tuple(
    ...operation.parameters.slice(1).map(({ name, type }) => {
      const arbitrary = type === 'dict' ? dicts[name] : values[type]
      if (arbitrary === undefined) throw new Error(`no arbitrary for arguments of type ${type} called ${name}`)
      return arbitrary
    }),
  )

/** Records with only the fields that the registry declares as needed. */
export const neededRecord = (operation: Operation): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  operation.receiver === 'history'
    ? history.map((whole) => Object.fromEntries(Object.entries(whole).filter(([key]) => operation.needs.includes(key))))
    : pick(models[operation.receiver], operation.needs)

/** Calls an operation by its registry entry. */
export const call = (operation: Operation, record: unknown, others: ReadonlyArray<unknown>): unknown =>
  (operation.call as (...all: ReadonlyArray<unknown>) => unknown)(record, ...others)
