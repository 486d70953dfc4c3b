import { describe, expect, test } from 'vitest'
import { operations } from 'wandb-run-ops/ops'
import { neededRecord, otherArguments } from './arguments.ts'
import { isDual } from './dual.ts'
import { law } from './law.ts'

const dualOperations = operations.filter(({ parameters }) => parameters.length > 1)

test('there are operations with an argument', () => {
  expect(dualOperations.map(({ name }) => name)).toEqual([
    'history-argmax',
    'history-argmin',
    'history-atStep',
    'history-column',
    'history-count',
    'history-first',
    'history-last',
    'history-max',
    'history-mean',
    'history-min',
    'history-series',
    'history-slice',
    'report-listedRuns',
    'report-runs',
    'run-configAt',
    'run-file',
    'run-hasTag',
    'run-isActive',
    'run-loggedArtifactVersion',
    'run-summaryAt',
    'sweep-configAt',
  ])
})

describe.each(dualOperations.map((operation) => ({ operation, name: operation.name })))('$name', ({ operation }) => {
  test('returns the same with its record first and last', () => {
    const both = operation.call as unknown as Parameters<typeof isDual>[0]
    law([neededRecord(operation), otherArguments(operation)], (record, [argument]) => isDual(both)(record, argument))
  })
})
