import { describe, test } from 'vitest'
import { operations } from 'wandb-run-ops/ops'
import { call, neededRecord, otherArguments } from './arguments.ts'
import { law } from './law.ts'
import { isPure } from './pure.ts'
import { isTotal } from './total.ts'

describe.each(operations.map((operation) => ({ operation, name: operation.name })))('$name', ({ operation }) => {
  const records = neededRecord(operation)
  const others = otherArguments(operation)

  test('is pure: same result twice, record unchanged', () => {
    law([records, others], (record, rest) =>
      isPure(([r, a]: [unknown, typeof rest]) => call(operation, r, a))([record, rest]),
    )
  })

  test('is total: never throws, even for hostile records', () => {
    law([records, others], (record, rest) => isTotal((r) => call(operation, r, rest))(record))
  })
})
