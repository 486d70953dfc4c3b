import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operations } from 'wandb-run-ops/ops'
import { artifactVersion } from '../arbitraries/artifactVersion.ts'
import { run } from '../arbitraries/run.ts'
import { user } from '../arbitraries/user.ts'
import { call, otherArguments } from '../laws/arguments.ts'

const records = {
  artifactVersion: fc.sample(artifactVersion, { numRuns: 200, seed: 7 }),
  run: fc.sample(run, { numRuns: 200, seed: 7 }),
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
  '$name reads the fields that it says it needs, and no others',
  ({ operation }) => {
    const touched = new Set<string>()
    const others = fc.sample(otherArguments(operation), { numRuns: 200, seed: 11 })
    for (const [index, record] of records[operation.receiver].entries())
      call(operation, recording(record, touched), others[index] ?? [])
    expect([...touched].sort()).toEqual(operation.needs)
  },
)
