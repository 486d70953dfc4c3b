import { describe, expect, test } from 'vitest'
import { unknownUser } from 'wandb-run-ops/types'
import {
  runEntity,
  runGroup,
  runJobType,
  runProject,
  runSweep,
  runSweepName,
  runUser,
} from '../../../src/ops/run/membership.ts'
import { aRun, aSweep, aUser } from '../records.ts'

describe('runEntity', () => {
  test('returns the entity as in URLs', () => {
    const run = aRun()
    expect(runEntity(run)).toBe(run.entity)
  })
})

describe('runProject', () => {
  test('returns the project as in URLs', () => {
    const run = aRun()
    expect(runProject(run)).toBe(run.project)
  })
})

describe('runUser', () => {
  test('returns the user', () => {
    expect(runUser(aRun())).toEqual(aUser())
  })

  test('returns a user with a username when the user is unknown', () => {
    expect(runUser(aRun({ user: unknownUser })).username).toBe('')
  })
})

describe('runGroup', () => {
  test('returns the group', () => {
    const run = aRun()
    expect(runGroup(run)).toBe(run.group)
  })

  test('returns undefined when there is none', () => {
    expect(runGroup(aRun({ group: undefined }))).toBe(undefined)
  })

  test('returns an empty group as is', () => {
    expect(runGroup(aRun({ group: '' }))).toBe('')
  })
})

describe('runJobType', () => {
  test('returns the job type', () => {
    const run = aRun()
    expect(runJobType(run)).toBe(run.jobType)
  })

  test('returns undefined when there is none', () => {
    expect(runJobType(aRun({ jobType: undefined }))).toBe(undefined)
  })

  test('returns an empty job type as is', () => {
    expect(runJobType(aRun({ jobType: '' }))).toBe('')
  })
})

describe('runSweepName', () => {
  test('returns the id of the sweep', () => {
    const run = aRun()
    expect(runSweepName(run)).toBe(run.sweepName)
  })

  test('returns undefined when there is none', () => {
    expect(runSweepName(aRun({ sweepName: undefined }))).toBe(undefined)
  })
})

test('runSweep returns the sweep, or undefined', () => {
  const sweep = aSweep()
  expect(runSweep(aRun({ sweep }))).toBe(sweep)
  expect(runSweep(aRun({ sweep: undefined }))).toBe(undefined)
})
