import { describe, expect, test } from 'vitest'
import { unknownUser } from 'wandb-run-ops/types'
import { runUser } from '../../../src/ops/run/user.ts'
import { aRun, aUser } from '../records.ts'

describe('runUser', () => {
  test('gives the user', () => {
    expect(runUser(aRun())).toEqual(aUser())
  })

  test('gives a user with a username where nobody is known', () => {
    expect(runUser(aRun({ user: unknownUser })).username).toBe('')
  })
})
