import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operations } from 'wandb-run-ops/ops'
import { artifact, artifactType } from '../arbitraries/artifact.ts'
import { artifactVersion } from '../arbitraries/artifactVersion.ts'
import { entity } from '../arbitraries/entity.ts'
import { file } from '../arbitraries/file.ts'
import { history } from '../arbitraries/history.ts'
import { project } from '../arbitraries/project.ts'
import { report } from '../arbitraries/report.ts'
import { run } from '../arbitraries/run.ts'
import { sweep } from '../arbitraries/sweep.ts'
import { user } from '../arbitraries/user.ts'
import { call, otherArguments } from '../laws/arguments.ts'

const records = {
  artifact: fc.sample(artifact, { numRuns: 200, seed: 7 }),
  artifactType: fc.sample(artifactType, { numRuns: 200, seed: 7 }),
  artifactVersion: fc.sample(artifactVersion, { numRuns: 200, seed: 7 }),
  entity: fc.sample(entity, { numRuns: 200, seed: 7 }),
  file: fc.sample(file, { numRuns: 200, seed: 7 }),
  history: fc.sample(history, { numRuns: 200, seed: 7 }),
  project: fc.sample(project, { numRuns: 200, seed: 7 }),
  report: fc.sample(report, { numRuns: 200, seed: 7 }),
  run: fc.sample(run, { numRuns: 200, seed: 7 }),
  sweep: fc.sample(sweep, { numRuns: 200, seed: 7 }),
  user: fc.sample(user, { numRuns: 200, seed: 7 }),
}

const recording = (record: object, touched: Set<string>): object =>
  new Proxy(record, {
    get: (target, key) => {
      touched.add(String(key))
      return Reflect.get(target, key) as unknown
    },
    has: (target, key) => {
      touched.add(String(key))
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor: (target, key) => {
      touched.add(String(key))
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys: (target) => {
      touched.add('every key')
      return Reflect.ownKeys(target)
    },
  })

test.each(operations.map((operation) => ({ operation, name: operation.name })))(
  '$name reads the fields that it declares, and no others',
  ({ operation }) => {
    const touched = new Set<string>()
    const others = fc.sample(otherArguments(operation), { numRuns: 200, seed: 11 })
    for (const [index, record] of records[operation.receiver].entries())
      call(operation, recording(record, touched), others[index] ?? [])
    expect([...touched].sort()).toEqual(operation.needs)
  },
)
