import { describe, expect, test } from 'vitest'
import { unknownUser } from 'wandb-run-ops/types'
import { runUser } from '../../../src/ops/run/user.ts'
import { aRun, aUser } from '../records.ts'

describe('runUser', () => {
  test('returns the user', () => {
    expect(runUser(aRun())).toEqual(aUser())
  })

  test('returns a user with a username when the user is unknown', () => {
    expect(runUser(aRun({ user: unknownUser })).username).toBe('')
  })
})
